"""What was written laid beside what came back, paragraph by paragraph and row by row.

A table row counts as one. What belongs together for certain is pinned first: rows and paragraphs
that share an anchor, or a text that stands once on either side. Of these the longest run that is
in order stays in place, the others were moved. Between two pins the most alike meet.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from octavo.revisions.reading import Passage

_ALIKE = 0.5
_MOST_CELLS = 250_000
"""Pairs that are compared between two pins; beyond, texts meet in their order."""


class Pair(Struct, frozen=True):
    """A paragraph before and after; None on the side where there is none.

    Attributes:
        is_moved: Whether it stands elsewhere among its like now.
        is_sure: Whether an anchor or an unchanged text says that the two belong together.
    """

    before: Passage | None
    after: Passage | None
    is_moved: bool = False
    is_sure: bool = True

    @property
    def differs(self) -> bool:
        """Whether the two say different things, or one is not there."""
        return not (self.before and self.after) or self.before.text != self.after.text


class _Unit(Struct, frozen=True):
    """A paragraph of its own, or all paragraphs of one row."""

    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        return "\t".join(passage.text.strip() for passage in self.passages)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(anchor.name for each in self.passages for anchor in each.anchors)

    @property
    def kind(self) -> tuple[str, bool]:
        """What it can meet: header meets header, row meets row."""
        first = self.passages[0]
        return first.location.story.rstrip("0123456789 "), bool(first.cell)

    @property
    def is_new(self) -> bool:
        said = [each for each in self.passages if each.text.strip()]
        return bool(said) and all(each.is_new for each in said)


class _Match(Struct, frozen=True):
    old: int
    new: int
    is_moved: bool = False
    is_sure: bool = True


def align(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[Pair, ...]:
    """Each paragraph of both sides once, in the order of ``after``; what is gone comes last."""
    old, new = _units(before), _units(after)
    matches = {match.new: match for match in _matched(old, new)}
    pairs: list[Pair] = []
    for number, unit in enumerate(new):
        match = matches.get(number)
        if match is None:
            pairs += [Pair(None, passage) for passage in unit.passages]
        else:
            pairs += _within(old[match.old], unit, match)
    gone = set(range(len(old))) - {match.old for match in matches.values()}
    pairs += [Pair(passage, None) for at in sorted(gone) for passage in old[at].passages]
    return tuple(pairs)


def _units(passages: Iterable[Passage]) -> list[_Unit]:
    def row(passage: Passage) -> tuple[str, object]:
        steps = passage.location.steps
        return passage.location.story, steps[:2] if passage.cell else steps

    return [_Unit(tuple(group)) for _, group in groupby(passages, key=row)]


def _matched(old: Sequence[_Unit], new: Sequence[_Unit]) -> Iterator[_Match]:
    pins = sorted(_pins(old, new))
    kept = _longest_in_order(pins)
    for pin in pins:
        in_body = new[pin[1]].kind[0] == "body"  # programs put headers in an order of their own
        yield _Match(*pin, is_moved=in_body and pin not in kept)
    taken_old, taken_new = {pin[0] for pin in pins}, {pin[1] for pin in pins}
    borders = [(-1, -1), *sorted(kept), (len(old), len(new))]
    for (old_start, new_start), (old_end, new_end) in pairwise(borders):
        left = [at for at in range(old_start + 1, old_end) if at not in taken_old]
        right = [at for at in range(new_start + 1, new_end) if at not in taken_new]
        yield from _in_gap(old, new, left, right)


def _pins(old: Sequence[_Unit], new: Sequence[_Unit]) -> set[tuple[int, int]]:
    """What belongs together for certain: first by anchors, then by text."""
    holders = {name: at for at, unit in enumerate(old) for name in unit.names}
    pins: set[tuple[int, int]] = set()
    for at, unit in enumerate(new):
        votes = Counter(holders[name] for name in unit.names if name in holders)
        for holder, _ in votes.most_common(1):
            if holder not in {pin[0] for pin in pins} and old[holder].kind == unit.kind:
                pins.add((holder, at))
    pinned_old, pinned_new = {pin[0] for pin in pins}, {pin[1] for pin in pins}
    once_old = _once(old, pinned_old)
    once_new = _once(new, pinned_new)
    return pins | {(once_old[key], once_new[key]) for key in once_old.keys() & once_new.keys()}


def _once(units: Sequence[_Unit], passed: set[int]) -> dict[tuple[object, str], int]:
    """The units whose text stands once, by kind and text; empty ones never."""
    counts = Counter((unit.kind, unit.text) for unit in units)
    return {
        (unit.kind, unit.text): at
        for at, unit in enumerate(units)
        if at not in passed and unit.text.strip() and counts[unit.kind, unit.text] == 1
    }


def _longest_in_order(pins: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """The longest run of pins that rises on both sides."""
    ends: list[int] = []
    runs: list[list[tuple[int, int]]] = []
    for pin in pins:
        at = bisect_left(ends, pin[1])
        run = [*(runs[at - 1] if at else []), pin]
        ends[at : at + 1] = [pin[1]]
        runs[at : at + 1] = [run]
    return set(runs[-1]) if runs else set()


def _in_gap(
    old: Sequence[_Unit], new: Sequence[_Unit], left: list[int], right: list[int]
) -> Iterator[_Match]:
    right = [at for at in right if not new[at].is_new] if left else right
    if len(left) == len(right) == 1 and old[left[0]].kind == new[right[0]].kind:
        yield _Match(left[0], right[0], is_sure=False)
        return
    if len(left) * len(right) > _MOST_CELLS:
        return
    yield from _most_alike(old, new, left, right)


def _most_alike(
    old: Sequence[_Unit], new: Sequence[_Unit], left: list[int], right: list[int]
) -> Iterator[_Match]:
    """The pairs, in order, that are most alike in all (dynamic programming)."""
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    alike = [[_likeness(old[i], new[j]) for j in right] for i in left]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            together = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(left) and j < len(right):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield _Match(left[i], right[j], is_sure=False)
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _likeness(old: _Unit, new: _Unit) -> float:
    """How alike two are, from 0 to 1; 0 where they are no pair."""
    if old.kind != new.kind:
        return 0.0
    if not old.text.strip() or not new.text.strip():
        return 0.01 if old.text.strip() == new.text.strip() else 0.0
    matcher = SequenceMatcher(None, old.text, new.text, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _ALIKE else 0.0


def _within(old: _Unit, new: _Unit, match: _Match) -> Iterator[Pair]:
    """The paragraphs of two units side by side: in a row cell by cell, in a cell in order."""
    cells = sorted({_column(each) for each in (*old.passages, *new.passages)})
    for column in cells:
        left = [each for each in old.passages if _column(each) == column]
        right = [each for each in new.passages if _column(each) == column]
        yield from _in_cell(left, right, match)


def _column(passage: Passage) -> int:
    return passage.cell[-1][1] if passage.cell else 0


def _in_cell(left: list[Passage], right: list[Passage], match: _Match) -> Iterator[Pair]:
    if len(left) == len(right):
        for old, new in zip(left, right, strict=True):
            yield Pair(old, new, match.is_moved, match.is_sure or old.text == new.text)
        return
    singles = [_Unit((each,)) for each in left], [_Unit((each,)) for each in right]
    found = {m.new: m for m in _matched(*singles)}
    for at, new in enumerate(right):
        inner = found.get(at)
        yield Pair(left[inner.old] if inner else None, new, match.is_moved, match.is_sure)
    gone = set(range(len(left))) - {m.old for m in found.values()}
    yield from (Pair(left[at], None, match.is_moved, match.is_sure) for at in sorted(gone))
