"""Laying two sequences side by side, so that what belongs together meets."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ALIKE = 0.5
_LONGEST = 2000
"""Letters of a text that are looked at to see how alike two are."""


class Said(Protocol):
    """Something with a text."""

    @property
    def text(self) -> str:
        """What it says."""
        ...


Item = TypeVar("Item", bound=Said)


def paired(
    before: Sequence[Item], after: Sequence[Item]
) -> Iterator[tuple[Item | None, Item | None]]:
    """Pairs in order; one side is None where the other has nothing like it.

    Equal texts meet; between them, items of one type meet that are much alike, or that stand alone
    on both sides.
    """
    old, new = [_key(item) for item in before], [_key(item) for item in after]
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield from zip(before[i:i_end], after[j:j_end], strict=True)
        else:
            yield from _pair(before[i:i_end], after[j:j_end])


def _key(item: Said) -> tuple[str, str]:
    return type(item).__name__, item.text


def _pair(
    before: Sequence[Item], after: Sequence[Item]
) -> Iterator[tuple[Item | None, Item | None]]:
    if len(before) == len(after):
        for old, new in zip(before, after, strict=True):
            yield from [(old, new)] if type(old) is type(new) else [(old, None), (None, new)]
        return
    waiting = list(after)
    for old in before:
        at = next((n for n, new in enumerate(waiting) if _are_alike(old, new)), None)
        if at is None:
            yield old, None
            continue
        yield from ((None, new) for new in waiting[:at])
        yield old, waiting[at]
        del waiting[: at + 1]
    yield from ((None, new) for new in waiting)


def _are_alike(old: Said, new: Said) -> bool:
    if type(old) is not type(new):
        return False
    matcher = SequenceMatcher(None, old.text[:_LONGEST], new.text[:_LONGEST])
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
