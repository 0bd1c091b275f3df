"""Which fields of an object refer to others: read off the types once a class, so that no rule keeps a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from briefsmith.findings.finding import Address
from briefsmith.model.evidence import Quote
from briefsmith.model.fields import SPEAKER, Ref
from briefsmith.text.yamltree import Path


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference found in an object: where, to which id, and what it may lead to."""

    path: Path
    id: str
    ref: Ref
    is_key: bool = False
    """The reference is the key of a mapping rather than its value."""

    @property
    def field(self) -> str:
        """The field's key."""
        path = self.path[:-1] if self.is_key else self.path
        return next(str(step) for step in path[::-1] if isinstance(step, str))

    def under(self, owner: Address) -> Address:
        """Its address, given that of the object in which it stands."""
        return Address(owner.file, (*owner.path, *self.path), key=self.is_key)


def references(item: BaseModel) -> Iterator[Reference]:
    """All references in an object and in the mappings inside it."""
    for name, ref, inner in _fields(type(item)):
        value = getattr(item, name)
        if not value:
            continue
        if isinstance(value, dict):
            yield from (Reference((name, key), key, ref, is_key=True) for key in value if ref is not None)
            continue
        many = value if isinstance(value, tuple) else (value,)
        for index, each in enumerate(many):
            path: Path = (name, index) if isinstance(value, tuple) else (name,)
            if ref is not None and each not in ref.also:
                yield Reference(path, each, ref)
            elif isinstance(each, Quote):
                yield from _of_quote(each, name)
            elif inner and isinstance(each, BaseModel):
                yield from (replace(found, path=(*path, *found.path)) for found in references(each))


def _of_quote(quote: Quote, name: str) -> Iterator[Reference]:
    """The actors that a quote in the full form names for itself."""
    at: Path = (name, *quote.at[:-1])
    if quote.by and quote.by not in SPEAKER.also:
        yield Reference((*at, "by"), quote.by, SPEAKER)
    if quote.by_unnamed:
        for found in references(quote.by_unnamed):
            yield replace(found, path=(*at, "by_unnamed", *found.path))
    for index, each in enumerate(quote.via):
        yield Reference((*at, "via", index), each, SPEAKER)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Ref | None, bool], ...]:
    rows = []
    for name, field in model.model_fields.items():
        ref = next((each for each in field.metadata if isinstance(each, Ref)), None) or _ref(field.annotation)
        inner = any(issubclass(each, BaseModel | Quote) for each in _classes(field.annotation))
        if ref or inner:
            rows.append((name, ref, inner))
    return tuple(rows)


def _ref(annotation: Any) -> Ref | None:
    if get_origin(annotation) is Annotated:
        found = next((each for each in annotation.__metadata__ if isinstance(each, Ref)), None)
        return found or _ref(get_args(annotation)[0])
    return next((ref for each in get_args(annotation) if (ref := _ref(each))), None)


def _classes(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for each in get_args(annotation):
        yield from _classes(each)
