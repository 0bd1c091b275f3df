"""The print edition: a whole briefing on one page for paper, with its evidence as numbered endnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import ceil

from markupsafe import Markup

from briefsmith.model.fields import UNKNOWN
from briefsmith.pages.views.actor_view import ActorView
from briefsmith.pages.views.fact_view import DateView, FactView
from briefsmith.pages.views.facts import FactViews
from briefsmith.pages.views.matrix_view import MatrixView
from briefsmith.pages.views.quotes import QuoteView
from briefsmith.values.edtf import EdtfDate

COLUMNS = 4
"""As many issues as stand beside the names of the holders on a sheet of A4 or Letter in upright format."""

_LINK = re.compile(r'<a href="@/([^"]*)"[^>]*>.*?</a>', re.DOTALL)
_REFERENCE = Markup('<sup class="bs-noteref"><a href="#note:{0}" role="doc-noteref">{0}</a></sup>')
_Place = tuple[str, int, int]
"""A source, and where in it a quote begins and ends."""


@dataclass(frozen=True, slots=True)
class Endnote:
    """One piece of evidence, with everything that a reader of paper needs to find it."""

    number: int
    quote: QuoteView
    chains: tuple[Markup, ...]
    """Who said it through whom; several where statements give them differently."""
    publisher: str
    date: DateView | None
    web: str
    """Its address on the web; empty where the record has none."""
    as_of: DateView | None
    """When the desk last read it; where that is not recorded, the day of the briefing."""


@dataclass(frozen=True)
class PrintEdition:
    """What the page for paper asks for beyond the briefing itself."""

    views: FactViews
    above: tuple[Markup | FactView, ...]
    """What stands above the matrix in the order of the page: prose, whose links name statements, and statements."""
    matrix: MatrixView
    below: tuple[FactView, ...]
    """The statements below it."""
    actors: tuple[ActorView, ...]

    @cached_property
    def notes(self) -> tuple[Endnote, ...]:
        """The endnotes in the order in which the page first refers to them; identical evidence has one."""
        found: dict[_Place, _Found] = {}
        for view in self._in_order():
            for citation in self.views.citations(view.fact):
                quote = self.views.quote(citation)
                chain = self.views.chain(view.fact, citation)
                found.setdefault(_place(quote), _Found(quote)).chains[chain] = None
        for actor in self.actors:
            for quote in actor.quotes:
                found.setdefault(_place(quote), _Found(quote))
        return tuple(self._note(number, each) for number, each in enumerate(found.values(), 1))

    @cached_property
    def parts(self) -> list[MatrixView]:
        """The matrix in tables narrow enough for paper, as even as can be; each repeats the names of the holders."""
        columns, rows = self.matrix.columns, self.matrix.rows
        tables = ceil(len(columns) / COLUMNS)
        bounds = [(len(columns) * each // tables, len(columns) * (each + 1) // tables) for each in range(tables)]
        return [
            MatrixView(columns[start:end], tuple(replace(row, cells=row.cells[start:end]) for row in rows))
            for start, end in bounds
        ]

    def refs(self, quotes: Iterable[QuoteView]) -> Markup:
        """The raised numbers of the endnotes that hold these quotes."""
        numbers = sorted({self._numbers[_place(quote)] for quote in quotes})
        return Markup("").join(map(_REFERENCE.format, numbers))

    def noted(self, prose: Markup) -> Markup:
        """Prose with the numbers of the endnotes behind every link to a statement."""

        def with_numbers(link: re.Match[str]) -> str:
            view = self._by_url.get(link[1])
            return link[0] + str(self.refs(view.quotes if view else ()))

        # Markup of ours with marks of ours in between: nothing that an editor wrote becomes HTML here.
        return Markup(_LINK.sub(with_numbers, str(prose)))

    @cached_property
    def _numbers(self) -> dict[_Place, int]:
        return {_place(note.quote): note.number for note in self.notes}

    @cached_property
    def _by_url(self) -> dict[str, FactView]:
        return {view.url: view for view in self.views.all.values()}

    def _in_order(self) -> Iterator[FactView]:
        for each in self.above:
            yield from (each,) if isinstance(each, FactView) else self._linked(each)
        for table in self.parts:
            yield from (view for row in table.rows for cell in row.cells for view in cell.views)
        yield from self.below

    def _linked(self, prose: Markup) -> Iterator[FactView]:
        return (self._by_url[link[1]] for link in _LINK.finditer(str(prose)) if link[1] in self._by_url)

    def _note(self, number: int, found: _Found) -> Endnote:
        record = self.views.dossier.corpus.sources[found.quote.source].record
        read = self._known_date(record.reviewed or record.accessed)
        return Endnote(
            number,
            found.quote,
            tuple(filter(None, found.chains)),
            _known(record.publisher),
            self._known_date(record.date),
            _known(record.url),
            read or self.views.date(self.views.briefing.sheet.date),
        )

    def _known_date(self, date: EdtfDate | None) -> DateView | None:
        view = self.views.date(date)
        return view if view and view.earliest else None


@dataclass(frozen=True, slots=True)
class _Found:
    quote: QuoteView
    chains: dict[Markup, None] = field(default_factory=dict)
    """Each once, in the order of the page."""


def _place(quote: QuoteView) -> _Place:
    return quote.source, quote.start, quote.end


def _known(text: object) -> str:
    return str(text) if text and text != UNKNOWN else ""
