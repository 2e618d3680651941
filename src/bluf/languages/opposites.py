"""Words of two texts that exclude each other: “rose” and “fell”, “all the” and “some of the”."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluf.languages.senses import Sense

ANY = "any"
"""A pole that excludes no other one of its field."""


def contrary(told: Sequence[Sense], heard: Sequence[Sense]) -> tuple[Sense, str] | None:
    """A word of a text, and one of the evidence that excludes it."""
    for field in dict.fromkeys((each.table, each.field) for each in told):
        ours = [each for each in told if (each.table, each.field) == field]
        theirs = [each for each in heard if (each.table, each.field) == field]
        wrong = _rival(ours, theirs)
        if wrong:
            return wrong[0], wrong[1].word
    return None


def _rival(ours: list[Sense], theirs: list[Sense]) -> tuple[Sense, Sense] | None:
    """A word of a text, and one of the evidence that excludes it; None where they may agree."""
    if ours[0].table == "beside":
        return _rival_beside(ours, theirs)
    poles = {each.pole for each in theirs}
    if not poles or poles & {each.pole for each in ours} or ANY in poles:
        return None
    firm = [each for each in ours if each.pole != ANY and not each.is_aside]
    other = next((each for each in theirs if not each.is_aside), None)
    return (firm[0], other) if firm and other else None


def _rival_beside(ours: list[Sense], theirs: list[Sense]) -> tuple[Sense, Sense] | None:
    for sense in ours:
        same = [each for each in theirs if each.before == sense.before]
        if same and all(each.pole != sense.pole for each in same):
            return sense, same[0]
    return None
