"""What several places say of one source, in one record."""

from __future__ import annotations

from collections.abc import Sequence

from briefsmith.findings.finding import Address
from briefsmith.model.objects import SetAside, SourceRecord

Records = Sequence[tuple[Address, SourceRecord]]
"""What a sheet, the registry or a sidecar says of a source, each with its address; the first has the first word."""


def added(old: SourceRecord, new: SourceRecord) -> SourceRecord:
    """A record with what only the second one says; passages that are set aside are gathered elsewhere."""
    update = {
        key: getattr(new, key)
        for key in new.model_fields_set - {"set_aside"}
        if key not in old.model_fields_set or getattr(old, key) is None
    }
    return old.model_copy(update=update) if update else old


def passages_in(records: Records) -> tuple[tuple[Address, SetAside], ...]:
    """The passages that are set aside, each with its address; one that two sheets set aside is one."""
    passages = [(at.at("set_aside", index), one) for at, each in records for index, one in enumerate(each.set_aside)]
    return tuple({(one.text, one.reason): (at, one) for at, one in reversed(passages)}.values())[::-1]
