"""Cures that take an entry out, put one in, or give it another word of the vocabulary."""

from __future__ import annotations

from briefsmith.findings.finding import Address, Edit, Finding, Fix, Form
from briefsmith.findings.scalar import scalar
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.sheet import Sheet
from briefsmith.rules.cures.site import Site, add, drop, say
from briefsmith.values.bad_value import BadValue
from briefsmith.values.edtf import parse_date


def without_entry(finding: Finding, _: Site) -> Fix | None:
    """The entry goes."""
    return drop(finding.at)


def without_empty_field(finding: Finding, _: Site) -> Fix | None:
    """A field of the sheet that is empty and may be missing goes."""
    path = finding.at.path if isinstance(finding.at, Address) else ()
    fields = {field.alias or name: field for name, field in Sheet.model_fields.items()}
    is_optional = len(path) == 1 and path[0] in fields and not fields[str(path[0])].is_required()
    return drop(finding.at) if is_optional else None


def numbered_id(finding: Finding, site: Site) -> Fix | None:
    """The second of two equal ids gets a number."""
    name, fact = site.value_at(finding.at), site.fact_around(finding.at)
    if not isinstance(name, str) or fact is None:
        return None
    taken = site.dossier.corpus.briefings[fact.briefing].by_id
    number = next(number for number in range(2, len(taken) + 3) if f"{name}-{number}" not in taken)
    return say(finding.at, f"{name}-{number}")


def same_as_elsewhere(finding: Finding, site: Site) -> Fix | None:
    """What the other place says about the source, or nothing where that is said by its key."""
    path = finding.at.path if isinstance(finding.at, Address) else ()
    if path[-1:] == ("id",):
        return drop(finding.at)
    other = site.value_at(finding.related[0].at) if finding.related and path[-1:] != ("file",) else None
    return say(finding.at, other) if isinstance(other, str) else None


def as_text(finding: Finding, site: Site) -> Fix | None:
    """What YAML takes for a list, `[so]`, as the text that was meant."""
    is_text = finding.message.startswith("expected text") and isinstance(site.value_at(finding.at), list)
    return Fix((Edit(finding.at, "", Form.QUOTED),), safe=False) if is_text else None


def last_day(finding: Finding, site: Site) -> Fix | None:
    """The last day of the month or year that was given."""
    try:
        day = parse_date(str(site.value_at(finding.at))).latest
    except BadValue:
        return None
    return say(finding.at, day.iso()) if day else None


def reported_only(finding: Finding, _: Site) -> Fix | None:
    """The label that one origin bears."""
    return say(finding.at, "reported")


def marked_as_claim(finding: Finding, site: Site) -> Fix | None:
    """A position that somebody else reports is a claim."""
    fact = site.fact_around(finding.at)
    if fact is None or fact.statement is None:
        return None
    return say(fact.at.at("status"), "claimed") if fact.statement.status else add(finding.at, "status: claimed")


def what_it_moved_from(finding: Finding, site: Site) -> Fix | None:
    """The one other position of this holder on this issue; without one, nothing has moved."""
    fact = site.fact_around(finding.at)
    if fact is None:
        return None
    before = [each for each in site.dossier.corpus.facts if each is not fact and _is_same_cell(each, fact)]
    if len(before) == 1 and getattr(before[0].item, "id", None):
        return add(finding.at, f"supersedes: {scalar(before[0].id, '', 0)}")
    return None if before else drop(finding.at)


def read_again(finding: Finding, site: Site) -> Fix | None:
    """A corrected source counts as read again on the day of the site, or of its correction, if that is later."""
    at, day = finding.at, site.dossier.day
    if not isinstance(at, Address) or day is None:
        return None
    old = Address(at.file, (*at.path[:-2], "reviewed"))
    text = max(day.isoformat(), str(site.value_at(at)))
    return say(old, text) if site.value_at(old) else add(Address(at.file, at.path[:-1]), f"reviewed: {text}")


def closed(finding: Finding, site: Site) -> Fix | None:
    """A briefing that nobody keeps up is closed."""
    old = Address(finding.at.file, ("state",))
    return say(old, "closed") if site.value_at(old) else add(finding.at, "state: closed")


def excerpts_only(finding: Finding, _: Site) -> Fix | None:
    """The sentences that are quoted may be shown without a permission."""
    return say(finding.at, "excerpts")


def _is_same_cell(one: Fact, other: Fact) -> bool:
    return (one.kind, one.briefing, one.holders, one.issue) == (
        FactKind.POSITION,
        other.briefing,
        other.holders,
        other.issue,
    )
