"""A briefing as readers see it: what the templates of its pages ask for, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from briefsmith.analysis.changes.amendments import Log
from briefsmith.analysis.day import is_overdue
from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.silence import Silence
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.reasoning import Question
from briefsmith.model.statements import Event
from briefsmith.model.vocabulary import BriefingState, Happening, QuestionStatus
from briefsmith.pages.addresses import Addresses
from briefsmith.pages.language.labels import SECTIONS
from briefsmith.pages.language.words import Words
from briefsmith.pages.views.actor_view import ActorView, actors_of, names_of_actors
from briefsmith.pages.views.brief_view import Brief, brief_view
from briefsmith.pages.views.changes_view import ChangesView
from briefsmith.pages.views.drawn import Drawn
from briefsmith.pages.views.fact_view import DateView, FactView, own_words
from briefsmith.pages.views.facts import FactViews
from briefsmith.pages.views.matrix_view import LineView, MatrixView, lines_by_issue, matrix_view
from briefsmith.pages.views.print_view import PrintEdition
from briefsmith.pages.views.references import About, abouts, message, prose
from briefsmith.pages.views.source_rows import SourceRow, source_rows
from briefsmith.reading.corpus import Briefing
from briefsmith.values.edtf import parse_date
from briefsmith.values.tags import Tlp, direction

_AHEAD = {Happening.SCHEDULED, Happening.EXPECTED, Happening.RESCHEDULED}


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of the briefing in its row of tabs."""

    page: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Unreported:
    """An event that was scheduled or expected by a day that has passed."""

    key: str
    sentence: str
    url: str
    due: str
    """That day in words."""


@dataclass(frozen=True)
class BriefingView:
    """One briefing."""

    dossier: Dossier
    briefing: Briefing
    addresses: Addresses
    gettext: Words
    log: Log | None = None

    @property
    def id(self) -> str:
        """Its id."""
        return self.briefing.id

    @property
    def title(self) -> str:
        """Its title."""
        return self.briefing.sheet.title

    @property
    def url(self) -> str:
        """Its overview."""
        return self.addresses.briefing(self.id)

    @property
    def language(self) -> str:
        """The language its editor writes."""
        return self.briefing.sheet.language

    @property
    def direction(self) -> str:
        """Of that language: ltr or rtl."""
        return direction(self.language)

    @property
    def tlp(self) -> Tlp:
        """Its marking."""
        return self.briefing.sheet.tlp

    @property
    def marking(self) -> Tlp:
        """The highest marking of anything that its pages show: its own, or that of advice in an internal edition."""
        return max([self.tlp, *(fact.tlp for fact in self.briefing.facts)])

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been reviewed by the site's day."""
        return not self.is_closed and is_overdue(self.briefing.sheet.review_by, self.dossier.day)

    @property
    def is_closed(self) -> bool:
        """Whether it is no longer updated."""
        return self.briefing.sheet.state is BriefingState.CLOSED

    @cached_property
    def facts(self) -> FactViews:
        """The views of its facts."""
        return FactViews(self.dossier, self.briefing, self.addresses, self.gettext)

    @cached_property
    def as_of(self) -> DateView | None:
        """The day it is good for."""
        return self.facts.date(self.briefing.sheet.date)

    @cached_property
    def review_by(self) -> DateView | None:
        """When it must be reviewed."""
        return self.facts.date(self.briefing.sheet.review_by)

    @cached_property
    def cleared_at(self) -> str:
        """When it was cleared, in words; empty where that is not recorded."""
        cleared = self.facts.date(parse_date(str(self.briefing.sheet.cleared_at or "unknown")))
        return cleared.words if cleared and cleared.earliest else ""

    @cached_property
    def bottom_line(self) -> Markup:
        """The message, with links to facts."""
        return message(self.briefing.sheet.bottom_line, self.facts)

    @cached_property
    def summary(self) -> Markup:
        """The longer message."""
        return message(self.briefing.sheet.summary, self.facts)

    def prose(self, text: str | None) -> Markup:
        """A Markdown field as HTML; every link in it leads to a fact's canonical place, `@/` standing for the root."""
        return prose(text, self.facts)

    def about(self, references: tuple[str, ...]) -> list[About]:
        """What references lead to, with a label and an address each."""
        return abouts(references, self.facts)

    @cached_property
    def next(self) -> list[FactView]:
        """What is ahead: events that are dated after the briefing, or scheduled or expected and not over."""
        return [view for view in self.standing_events if self._is_ahead(view.fact)]

    @cached_property
    def unreported(self) -> list[Unreported]:
        """Events that were ahead and whose day has passed, while the sources say nothing more of them."""
        past = [view for view in self.standing_events if _was_ahead(view.fact) and not self._is_ahead(view.fact)]
        return [Unreported(view.key, view.sentence, view.url, view.date.words) for view in past if view.date]

    @cached_property
    def open_questions(self) -> list[FactView]:
        """Its questions that nothing answers."""
        return [view for view in self.facts.of_kind("question") if not _is_answered(view.fact)]

    @cached_property
    def answered_questions(self) -> list[FactView]:
        """Its questions that a statement answers."""
        return [view for view in self.facts.of_kind("question") if _is_answered(view.fact)]

    @cached_property
    def moves(self) -> list[FactView]:
        """Positions that replace an earlier one and stand, the newest first."""
        standing = [view for view in self.facts.of_kind("position") if view.supersedes and not view.superseded]
        return sorted(standing, key=_last_day, reverse=True)

    @cached_property
    def changes(self) -> ChangesView:
        """What its editions changed."""
        return ChangesView(self.log, self.facts)

    @cached_property
    def silence(self) -> Silence:
        """What it does not know."""
        return self.dossier.silence(self.briefing)

    @cached_property
    def matrix(self) -> MatrixView:
        """The positions on its day."""
        return matrix_view(self.dossier, self.facts)

    @cached_property
    def key_matrix(self) -> MatrixView:
        """The few of them that a brief shows; all where none is marked as key."""
        key = matrix_view(self.dossier, self.facts, key_only=True)
        return key if key.rows else self.matrix

    @cached_property
    def brief(self) -> Brief:
        """What of it fits on one sheet of paper."""
        return brief_view(
            " ".join([str(self.bottom_line.striptags()), *(each.sentence + 60 * " " for each in self.unreported)]),
            self.next,
            self.facts.of_kind("assessment"),
            self.facts.of_kind("advice"),
            self.key_matrix.rows,
            self.disputes,
            self.sources,
        )

    @cached_property
    def print_edition(self) -> PrintEdition:
        """All of it on one page for paper."""
        kinds = self.facts.of_kind
        sides = (view for sides in self.disputes for view in sides)
        positions = (view for views in self.positions_by_issue.values() for view in views)
        stated = (*positions, *self.events, *kinds("figure"), *kinds("claim"))
        reasons = (self.prose(getattr(view.item, "because", None)) for view in kinds("assessment"))
        above: tuple[Markup | FactView, ...] = (self.bottom_line, *self.next, *reasons, *kinds("advice"), self.summary)
        below = (*stated, *sides, *kinds("question"), *self.terms)
        return PrintEdition(self.facts, above, self.matrix, below, tuple(self.actors))

    @cached_property
    def positions_by_issue(self) -> dict[str, list[FactView]]:
        """All its positions, also those that were replaced, by issue in the order of the matrix."""
        found: dict[str, list[FactView]] = {column.id: [] for column in self.matrix.columns}
        for view in self.facts.of_kind("position"):
            found.setdefault(view.fact.issue, []).append(view)
        return found

    @cached_property
    def events(self) -> list[FactView]:
        """Its events by date."""
        facts = sorted(self.briefing.of_kind(FactKind.EVENT), key=_when)
        return self.facts.of(*facts)

    @cached_property
    def standing_events(self) -> list[FactView]:
        """Its events without those that were replaced or that the desk took back."""
        return [view for view in self.events if not view.retracted and not view.superseded]

    @cached_property
    def standing_figures(self) -> list[FactView]:
        """Its figures without those that were replaced or that the desk took back."""
        return [view for view in self.facts.of_kind("figure") if not view.retracted and not view.superseded]

    @cached_property
    def terms(self) -> list[FactView]:
        """Its terms in the order of their words."""
        return sorted(self.facts.of_kind("term"), key=lambda view: view.sentence.lower())

    @cached_property
    def drawn(self) -> Drawn:
        """Its drawings."""
        return Drawn(self.facts, self.events, self.standing_figures)

    @cached_property
    def disputes(self) -> list[list[FactView]]:
        """Its disputes, each with all its sides."""
        return [list(map(self.facts.anywhere, dispute.facts)) for dispute in self.dossier.disputes[self.id]]

    @cached_property
    def lines(self) -> dict[str, list[LineView]]:
        """The lines over time, by issue."""
        return lines_by_issue(self.dossier, self.facts)

    @cached_property
    def actors(self) -> list[ActorView]:
        """The actors that its sheet declares or that its facts name."""
        return actors_of(self.facts, self.events)

    @cached_property
    def sources(self) -> list[SourceRow]:
        """Its sources."""
        return source_rows(self.facts)

    @cached_property
    def tabs(self) -> list[Tab]:
        """Its pages; those that would be empty are left out."""
        return [Tab(page, self.gettext(SECTIONS[page]), self.addresses.briefing(self.id, page)) for page in self.pages]

    @cached_property
    def pages(self) -> list[str]:
        """The pages that it has."""
        if self.addresses.is_core:
            return ["index"]
        has = self.briefing.of_kind
        wanted = (
            ("index", True),
            ("brief", True),
            ("positions", has(FactKind.POSITION)),
            ("actors", names_of_actors(self.dossier, self.briefing)),
            ("timeline", has(FactKind.EVENT)),
            ("figures", has(FactKind.FIGURE)),
            ("claims", has(FactKind.CLAIM)),
            ("contested", self.dossier.disputes[self.id]),
            ("glossary", has(FactKind.TERM)),
            ("changes", bool(self.changes.amendments)),
            ("print", True),
        )
        return [page for page, there in wanted if there]

    def contents(self, page: str) -> list[tuple[str, str]]:
        """Label and anchor of the parts of a long page; empty for a page that a reader sees at once."""
        if page == "positions":
            return [(views[0].issue, f"issue:{issue}") for issue, views in self.positions_by_issue.items() if views]
        if page == "actors":
            return [(actor.name, f"actor:{actor.id}") for actor in self.actors]
        if page == "timeline":
            years = {year: view.id for view in self.events[::-1] if (year := _year(view))}
            return list(years.items())[::-1]
        if page == "contested":
            return [(sides[0].issue or sides[0].sentence, f"dispute:{sides[0].id}") for sides in self.disputes]
        return [(own_words(view.fact), view.id) for view in self.terms] if page == "glossary" else []

    def _is_ahead(self, fact: Fact) -> bool:
        assert isinstance(fact.item, Event)
        day = self.briefing.sheet.date.latest
        date = fact.item.date
        if fact.item.happening is Happening.CANCELLED:
            return False
        if day and date.earliest and date.earliest > day:
            return True
        return _was_ahead(fact) and not (day and date.latest and date.latest < day)


def _was_ahead(fact: Fact) -> bool:
    return isinstance(fact.item, Event) and fact.item.happening in _AHEAD


def _is_answered(fact: Fact) -> bool:
    return isinstance(fact.item, Question) and fact.item.status is QuestionStatus.ANSWERED


def _when(fact: Fact) -> tuple[object, ...]:
    assert isinstance(fact.item, Event)
    return fact.item.date.sort_key


def _year(view: FactView) -> str:
    return view.date.earliest.rsplit("-", 2)[0] if view.date and view.date.earliest else ""


def _last_day(view: FactView) -> str:
    """The last day that its date can mean, as text; what has no date is older than anything."""
    return (view.date.latest or "") if view.date else ""
