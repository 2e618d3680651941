"""Paragraphs by the rows of tables that they stand in, and the hands that changed them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from octavo.revisions import Passage


def who_changed(*passages: Passage) -> str:
    """``A. Petrov, 2026-03-02``: everybody once."""
    named = [str(hand) for passage in passages for hand in passage.hands]
    return "; ".join(dict.fromkeys(filter(None, named)))


def rows(passages: Iterable[Passage | None]) -> Iterator[list[Passage]]:
    """The paragraphs, those of one row of a table together."""
    there = (each for each in passages if each is not None)
    return (list(same) for _, same in groupby(there, key=row_of))


def row_of(passage: Passage | None) -> object:
    """What tells the row that a paragraph stands in from others, or the paragraph itself."""
    assert passage is not None  # noqa: S101 - its callers pass over what is not there
    steps = passage.location.steps
    return passage.location.story, steps[:2] if passage.cell else steps


def text_of(row: Iterable[Passage]) -> str:
    """What a row says, its cells parted by a bar."""
    return " | ".join(filter(None, (each.text.strip() for each in row)))
