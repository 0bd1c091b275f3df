"""What was worked out from inputs that have not changed since, so that the next reading need not do it again.

A fresh memory changes nothing but the time: every function that it stands before is pure.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

T = TypeVar("T")

_BY_VALUE = (str, bytes, int, date, type(None))


class Memory:
    """Results by the identity of what they were made from, texts and numbers by their value.

    A round is one reading of the site; what two rounds did not ask for is forgotten. The inputs are kept with their
    result, so that no other object can come to have their identity.
    """

    def __init__(self) -> None:
        """Start with nothing."""
        self._old: dict[Any, tuple[tuple[object, ...], Any]] = {}
        self._new: dict[Any, tuple[tuple[object, ...], Any]] = {}

    def next_round(self) -> None:
        """Begin a new reading."""
        self._old, self._new = self._new, {}

    @property
    def is_first_round(self) -> bool:
        """Whether nothing was read before."""
        return not self._old

    def of(self, function: Callable[..., T], *inputs: object) -> T:
        """What a pure function gives for these inputs."""
        return self.made_from(inputs, function, *inputs)

    def made_from(self, inputs: tuple[object, ...], function: Callable[..., T], *given: object) -> T:
        """What a function gives that looks at nothing but these inputs, though it is given more to reach them by."""
        key = (function, *map(_key, inputs))
        kept = self._new.get(key) or self._old.get(key)
        if kept is None:
            kept = (inputs, function(*given))
        self._new[key] = kept
        result: T = kept[1]
        return result

    def same(self, name: str, value: T) -> T:
        """The value that had this name in the last round where it is equal, so that what was made from it holds."""
        kept = self._old.get(name)
        if kept is not None and kept[1] == value:
            value = kept[1]
        self._new[name] = ((), value)
        return value


def _key(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_key, value))
    return value if isinstance(value, _BY_VALUE) else ("is", id(value))
