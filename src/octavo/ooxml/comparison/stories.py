"""Comparing what two files say and how it looks, story by story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.location import WordLocation
from octavo.ooxml.comparison.difference import (
    STRUCTURE,
    STYLE,
    TEXT,
    changed_text,
    difference,
    quoted,
)
from octavo.ooxml.comparison.looks import differences, numbered
from octavo.ooxml.comparison.pairing import paired
from octavo.ooxml.comparison.reader import Grid, OutlineParagraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from octavo.finding import Finding
    from octavo.ooxml.comparison.looks import Look
    from octavo.ooxml.comparison.reader import Block, Span


def compare_stories(
    before: Mapping[str, Sequence[Block]], after: Mapping[str, Sequence[Block]], path: str
) -> Iterator[Finding]:
    """Every difference of the stories, in their order; places are those of the second file."""
    for label in dict.fromkeys([*before, *after]):
        if label not in after:
            yield difference(STRUCTURE, WordLocation(path, label), f"the {label} is gone")
        elif label not in before:
            yield difference(STRUCTURE, WordLocation(path, label), f"the {label} is new")
        else:
            yield from _blocks(before[label], after[label])


def _blocks(before: Sequence[Block], after: Sequence[Block]) -> Iterator[Finding]:
    for old, new in paired(before, after):
        yield from _pair(old, new)


def _pair(old: Block | None, new: Block | None) -> Iterator[Finding]:
    if isinstance(old, OutlineParagraph) and isinstance(new, OutlineParagraph):
        yield from _paragraphs(old, new)
    elif isinstance(old, Grid) and isinstance(new, Grid):
        yield from _grids(old, new)
    else:
        yield from _alone(old, new)


def _alone(old: Block | None, new: Block | None) -> Iterator[Finding]:
    """Something that only one of the files has; an empty paragraph is structure, not text."""
    for item, word in ((old, "gone"), (new, "new")):
        if item is None:
            continue
        kind = item.kind if isinstance(item, Grid) else "paragraph"
        rule = TEXT if isinstance(item, OutlineParagraph) and item.text else STRUCTURE
        sides = (quoted(item.text), "") if item is old else ("", quoted(item.text))
        yield difference(rule, item.place, f"a {kind} is {word}", *sides)


def _paragraphs(old: OutlineParagraph, new: OutlineParagraph) -> Iterator[Finding]:
    if old.text != new.text:
        yield changed_text(new.place, old.text, new.text)
    if old.style != new.style:
        message = f"the style is {_named(new.style)}, it was {_named(old.style)}"
        yield difference(STYLE, new.place, message)
    phrases = differences(old.look, new.look)
    if old.text == new.text:
        phrases += _spans(old.spans, new.spans)
    phrases += differences(numbered(old.pictures), numbered(new.pictures))
    if phrases:
        yield difference(STYLE, new.place, f"the look differs: {'; '.join(phrases)}")
    if works := differences(numbered(old.states), numbered(new.states)):
        yield difference(STRUCTURE, new.place, f"it works differently: {'; '.join(works)}")
    for number, box in enumerate(new.boxes[: len(old.boxes)]):
        yield from _blocks(old.boxes[number], box)
    if len(old.boxes) != len(new.boxes):
        message = f"the number of text boxes is {len(new.boxes)}, it was {len(old.boxes)}"
        yield difference(STRUCTURE, new.place, message)


def _named(style: str) -> str:
    return f"“{style}”" if style else "the default"


def _spans(old: Sequence[Span], new: Sequence[Span]) -> list[str]:
    """How the look of equal text differs, for each stretch of it."""
    phrases: list[str] = []
    ends = sorted({*_ends(old), *_ends(new)})
    text = "".join(span.text for span in new)
    for start, end in zip([0, *ends], ends, strict=False):
        found = differences(_look_at(old, start), _look_at(new, start))
        phrases += (f"{phrase} in {quoted(text[start:end])}" for phrase in found)
    return phrases


def _ends(spans: Sequence[Span]) -> Iterator[int]:
    end = 0
    for span in spans:
        end += len(span.text)
        yield end


def _look_at(spans: Sequence[Span], at: int) -> Look:
    return next((s.look for s, end in zip(spans, _ends(spans), strict=True) if at < end), ())


def _grids(old: Grid, new: Grid) -> Iterator[Finding]:
    """Two tables, rows or cells; cells of rows that have as many are compared one by one."""
    if old.style != new.style:
        message = f"the style of the table is {_named(new.style)}, it was {_named(old.style)}"
        yield difference(STYLE, new.place, message)
    if phrases := differences(old.look, new.look):
        message = f"the look of the {new.kind} differs: {'; '.join(phrases)}"
        yield difference(STYLE, new.place, message)
    if new.kind != "row":
        yield from _blocks(old.parts, new.parts)
    elif len(old.parts) == len(new.parts):
        for before, after in zip(old.parts, new.parts, strict=True):
            yield from _pair(before, after)
    else:
        message = f"the number of cells is {len(new.parts)}, it was {len(old.parts)}"
        yield difference(STRUCTURE, new.place, message, quoted(old.text), quoted(new.text))
