"""Which fields of an object refer to others: read off the types once a class, so that no rule keeps a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from briefsmith.model.fields import Ref
from briefsmith.text.yamltree import Path


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference found in an object: where, to which id, and what it may lead to."""

    path: Path
    id: str
    ref: Ref

    @property
    def field(self) -> str:
        """The field's key."""
        return next(str(step) for step in self.path[::-1] if isinstance(step, str))


def references(item: BaseModel) -> Iterator[Reference]:
    """All references in an object and in the mappings inside it."""
    for name, ref, inner in _fields(type(item)):
        value = getattr(item, name)
        if value is None or value == ():
            continue
        many = value if isinstance(value, tuple) else (value,)
        for index, each in enumerate(many):
            path: Path = (name, index) if isinstance(value, tuple) else (name,)
            if ref is not None and each not in ref.also:
                yield Reference(path, each, ref)
            elif inner and isinstance(each, BaseModel):
                yield from (Reference((*path, *found.path), found.id, found.ref) for found in references(each))


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Ref | None, bool], ...]:
    rows = []
    for name, field in model.model_fields.items():
        ref = next((each for each in field.metadata if isinstance(each, Ref)), None) or _ref(field.annotation)
        inner = any(issubclass(each, BaseModel) for each in _classes(field.annotation))
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
