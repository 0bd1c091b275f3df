"""What the model says of a path of keys: which ids, words or keys belong there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema

from briefsmith.model.descriptions import descriptions
from briefsmith.model.evidence import FullQuote, Quote
from briefsmith.model.fields import Ref, Target
from briefsmith.model.grammar import MARK
from briefsmith.model.statements import Position

_SOURCE, _ACTOR, _ISSUE = Ref((Target.SOURCE,)), Ref((Target.ACTOR,)), Ref((Target.ISSUE,))


@dataclass(frozen=True)
class Expected:
    """What may be written at a place."""

    ref: Ref | None = None
    """The id of one of these."""
    key_ref: Ref | None = None
    """A mapping whose keys are ids of these."""
    is_quote: bool = False
    """Words of a source."""
    is_prose: bool = False
    """Running text with `[words](#id)`."""
    words: tuple[Enum, ...] = ()
    """One word of a list."""
    keys: dict[str, str] = field(default_factory=dict)
    """The keys of an object, each with its meaning."""


def expected(model: type[BaseModel], keys: tuple[str, ...]) -> Expected:
    """What belongs behind these keys of a model."""
    annotation: Any = model
    for index, key in enumerate(keys):
        if key == "positions" and index == 0:
            return _in_positions(keys[1:])
        found = _step(annotation, key)
        if found is None:
            return Expected()
        annotation = found
        if Quote in _classes(annotation):
            return _in_evidence(keys[index + 1 :])
    return _at(annotation)


def _in_positions(keys: tuple[str, ...]) -> Expected:
    if len(keys) < 2:
        return Expected(key_ref=_ISSUE if keys else _ACTOR)
    return expected(Position, keys[2:])


def _in_evidence(keys: tuple[str, ...]) -> Expected:
    """A quote, or below the id of a source, or one of the keys of the full form."""
    known = [key for key in keys if key in FullQuote.model_fields]
    if not keys or (not known and len(keys) == 1):
        return Expected(key_ref=_SOURCE, is_quote=True)
    if known and known[0] in {"exact", "prefix", "suffix"}:
        return Expected(is_quote=True)
    if known and known[0] == "source":
        return Expected(ref=_SOURCE)
    return expected(FullQuote, keys[keys.index(known[0]) :]) if known else Expected()


def _step(annotation: Any, key: str) -> Any:
    for each in _models(annotation):
        if key in each.model_fields:
            info = each.model_fields[key]
            return Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    return next((value for _, value in _mappings(annotation)), None)


def _at(annotation: Any) -> Expected:
    ref = next((each for each in _metadata(annotation) if isinstance(each, Ref)), None)
    mappings = list(_mappings(annotation))
    key_ref = next((each for key, _ in mappings for each in _metadata(key) if isinstance(each, Ref)), None)
    words = tuple(word for each in _classes(annotation) if issubclass(each, Enum) for word in each)
    keys = {name: text for each in _models(annotation) for name, text in descriptions(each).items()}
    is_prose = any(map(_is_prose, _metadata(annotation)))
    return Expected(ref, key_ref, is_prose=is_prose, words=words, keys={} if mappings else keys)


def _is_prose(mark: Any) -> bool:
    return isinstance(mark, WithJsonSchema) and (mark.json_schema or {}).get(MARK) == "prose"


def _metadata(annotation: Any) -> Iterator[Any]:
    """What is said of a type and of the types in it, the keys and values of mappings excepted."""
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
        yield from _metadata(get_args(annotation)[0])
    elif get_origin(annotation) is not dict:
        for each in get_args(annotation):
            yield from _metadata(each)


def _mappings(annotation: Any) -> Iterator[tuple[Any, Any]]:
    """The types of keys and values of the mappings that a value may be."""
    if get_origin(annotation) is dict:
        key, value = get_args(annotation)
        yield key, value
    else:
        for each in get_args(annotation):
            yield from _mappings(each)


def _classes(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    if get_origin(annotation) is not dict:
        for each in get_args(annotation):
            yield from _classes(each)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    return (each for each in _classes(annotation) if issubclass(each, BaseModel))
