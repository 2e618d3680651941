"""Comparing what two files say and how it looks, story by story.

Two sequences are laid side by side, so that what belongs together meets.
"""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, Protocol, TypeVar

from octavo.finding import Finding, Level
from octavo.location import WordLocation
from octavo.ooxml.comparison.looks import Look, differences, numbered
from octavo.ooxml.comparison.reader import Block, Grid, OutlineParagraph, Span

TEXT: Final = "text-differs"
STRUCTURE: Final = "structure-differs"
STYLE: Final = "style-differs"
PROPERTY: Final = "property-differs"

_WINDOW: Final = 40
_MOST: Final = 160


def difference(
    rule: str, place: WordLocation, message: str, before: str = "", after: str = ""
) -> Finding:
    """A finding that shows the two sides, each where it has something to show."""
    notes = tuple(f"{sign} {side}" for sign, side in (("-", before), ("+", after)) if side)
    return Finding(rule, Level.ERROR, message, place, notes=notes)


def changed_text(place: WordLocation, before: str, after: str) -> Finding:
    """Two texts that differ, each cut to the part round the first difference."""
    same = 0
    for old, new in zip(before, after, strict=False):
        if old != new:
            break
        same += 1
    start = max(0, same - _WINDOW)
    return difference(TEXT, place, "the text differs", _cut(before, start), _cut(after, start))


def _cut(text: str, start: int) -> str:
    shown = text[start : start + _MOST].replace("\n", "⏎")
    return f"{'…' if start else ''}{shown}{'…' if len(text) > start + _MOST else ''}" or "∅"


def quoted(text: str) -> str:
    """A text in quotation marks, cut where it is long."""
    return f"“{_cut(text, 0)}”" if text else "an empty text"


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
    on both sides. Where as few differ one by one, they meet one by one: texts may repeat.
    """
    old, new = ([(type(one).__name__, one.text) for one in each] for each in (before, after))
    codes = SequenceMatcher(None, old, new).get_opcodes()
    unmet = sum(max(i_end - i, j_end - j) for tag, i, i_end, j, j_end in codes if tag != "equal")
    if len(old) == len(new) and sum(map(operator.ne, old, new)) <= unmet:
        codes = [("replace", 0, len(old), 0, len(new))]
    for tag, i, i_end, j, j_end in codes:
        if tag == "equal":
            yield from zip(before[i:i_end], after[j:j_end], strict=True)
        else:
            yield from _pair(before[i:i_end], after[j:j_end])


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
        yield from _matched(old, new)


def _matched(old: Block | None, new: Block | None) -> Iterator[Finding]:
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
            yield from _matched(before, after)
    else:
        message = f"the number of cells is {len(new.parts)}, it was {len(old.parts)}"
        yield difference(STRUCTURE, new.place, message, quoted(old.text), quoted(new.text))
