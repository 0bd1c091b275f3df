"""Rights and markings: what may be shown, and that nothing public points at what is not."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.prose import prose_fields
from briefsmith.evidence.borders import is_unspaced
from briefsmith.evidence.spans import quoted_share
from briefsmith.evidence.tracing import Ledger
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding
from briefsmith.model.fact import Fact
from briefsmith.model.fields import Ref, Target
from briefsmith.model.references import references
from briefsmith.model.vocabulary import TextShown
from briefsmith.reading.corpus import Briefing
from briefsmith.text.prose import fact_links
from briefsmith.values.share import percent
from briefsmith.values.tags import Tlp, is_open_licence

_LONG = 1000
"""Words from which on an article is long enough for a share to mean something."""
_CHARACTERS_A_WORD = 2
"""In scripts that write no spaces, roughly."""


def check_full_texts(dossier: Dossier) -> Iterator[Finding]:
    """An article is shown in full without an open licence or a permission."""
    for source in dossier.corpus.sources.values():
        record = source.record
        is_open = record.licence is not None and is_open_licence(record.licence)
        if source.shown is TextShown.FULL and not is_open and not record.permission:
            message = f"full text of `{source.id}` without an open licence"
            help_ = "add `permission: <whose>`, or write `text: excerpts`"
            yield Finding(codes.FULL_TEXT_WITHOUT_PERMISSION, source.at_field("text"), message, help_)


def check_quoted_shares(dossier: Dossier) -> Iterator[Finding]:
    """Excerpts of a long article add up to much of it."""
    limit = dossier.corpus.settings.quoted_share
    for name in dossier.corpus.users:
        ledger = dossier.evidence.ledgers[name]
        source = ledger.source
        if (share := dossier.corpus.memory.of(_share_of_excerpts, ledger)) > limit:
            message = f"quotes make up {percent(share)} of `{name}`, more than {percent(limit)}"
            help_ = "quote less of each sentence, or get a permission and show the article in full"
            yield Finding(codes.QUOTED_SHARE_EXCEEDED, source.at_field("file"), message, help_)


def check_restricted_references(dossier: Dossier) -> Iterator[Finding]:
    """A statement refers to one with a stricter marking, which a public build would leave out."""
    for briefing in dossier.corpus.briefings.values():
        for at, name, marking in _references(briefing):
            target = briefing.by_id.get(name)
            if target is not None and target.tlp > max(marking, briefing.sheet.tlp):
                message = f"`{name}` is marked TLP:{target.tlp.value}, what refers to it TLP:{marking.value}"
                help_ = "mark this one at least as strictly, or refer to something else"
                yield Finding(codes.RESTRICTED_REFERENCE, at, message, help_)


def _share_of_excerpts(ledger: Ledger) -> float:
    """The share of a long article that its excerpts show, 0 to 1; 0 where it is short or shown in full."""
    source = ledger.source
    if source.article is None or source.shown is not TextShown.EXCERPTS or _words(source.article.file.text) <= _LONG:
        return 0.0
    return quoted_share(ledger)


def _words(text: str) -> int:
    return len(text) // _CHARACTERS_A_WORD if is_unspaced(text) else len(text.split())


def _references(briefing: Briefing) -> Iterator[tuple[Address, str, Tlp]]:
    for fact in briefing.facts:
        yield from ((at, name, fact.tlp) for at, name in _of(fact))
    for at, text in prose_fields(briefing):
        marking = next((fact.tlp for fact in briefing.facts if fact.at.path == at.path[:-1]), Tlp.CLEAR)
        for link in fact_links(text):
            yield Address(at.file, at.path, word=f"#{link.target}"), link.target, marking


def _of(fact: Fact) -> Iterator[tuple[Address, str]]:
    for reference in references(fact.item):
        if _may_be_statement(reference.ref):
            yield reference.under(fact.at), reference.id


def _may_be_statement(ref: Ref) -> bool:
    return Target.STATEMENT in ref.targets
