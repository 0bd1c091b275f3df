"""Which thing of an earlier version is which of a later one, also under another id or in other words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefsmith.analysis.changes.subjects import Subject
from briefsmith.analysis.changes.wording import likeness, words_of
from briefsmith.text.normal import normal_form

LIKE = 0.6
"""Two sentences without ids are one if they share this much of their words, or a quote and half as much."""

Same = Callable[[Subject, Subject], bool]


@dataclass(frozen=True)
class Pairs:
    """What was matched, and what has no counterpart."""

    both: tuple[tuple[Subject, Subject], ...]
    gone: tuple[Subject, ...]
    come: tuple[Subject, ...]


def pair(old: Sequence[Subject], new: Sequence[Subject]) -> Pairs:
    """Match by id, then by `formerly`, then by the same words, then by words and quotes that are nearly the same."""
    by_key = _by_key(old, new)
    return _match(by_key, (_was_called, _says_it_in_same_words, _is_much_alike))


def moved(gone: Sequence[Subject], come: Sequence[Subject]) -> Pairs:
    """Match what left one sheet with what came into another: by an editor's id and kind, or by the same words."""
    return _match(Pairs((), tuple(gone), tuple(come)), (_has_same_name, _says_it_in_same_words))


def _by_key(old: Sequence[Subject], new: Sequence[Subject]) -> Pairs:
    """Match by id: that settles nearly all, so it looks up instead of comparing each with each."""
    known = {each.key: each for each in new}
    both = [(each, known[each.key]) for each in old if each.key in known and known[each.key].kind == each.kind]
    taken = {each.key for each, _ in both}
    gone, come = (tuple(each for each in side if each.key not in taken) for side in (old, new))
    return Pairs(tuple(both), gone, come)


def _match(pairs: Pairs, rules: Sequence[Same]) -> Pairs:
    """Take pairs out of what is left, rule by rule, so that a strong likeness goes before a weak one."""
    both, gone, come = list(pairs.both), list(pairs.gone), list(pairs.come)
    for same in rules:
        for old in list(gone):
            new = next((each for each in come if each.kind == old.kind and same(old, each)), None)
            if new is not None:
                gone.remove(old)
                come.remove(new)
                both.append((old, new))
    return Pairs(tuple(both), tuple(gone), tuple(come))


def _was_called(old: Subject, new: Subject) -> bool:
    return old.id in new.formerly


def _has_same_name(old: Subject, new: Subject) -> bool:
    return old.fact is not None and old.is_named and old.key == new.key


def _says_it_in_same_words(old: Subject, new: Subject) -> bool:
    if old.fact is None or (old.holders, old.issue) != (new.holders, new.issue):
        return False
    return words_of(old.words) == words_of(new.words)


def _is_much_alike(old: Subject, new: Subject) -> bool:
    """An id that an editor chose is a promise; only what has none is matched by likeness."""
    if old.fact is None or old.is_named or (old.holders, old.issue) != (new.holders, new.issue):
        return False
    shared = _quoted(old) & _quoted(new)
    return likeness(old.words, new.words) >= (LIKE / 2 if shared else LIKE)


def _quoted(subject: Subject) -> set[str]:
    return {normal_form(quote.exact) for quote, _ in subject.fact.quotes} if subject.fact else set()
