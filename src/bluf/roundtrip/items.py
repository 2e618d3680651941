"""Items of the record that were deleted, added or moved in the Word file, as rows or paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.roundtrip.origins import Origin, Origins, Path, Span, item_of
from bluf.roundtrip.spans import by_fixed_text

if TYPE_CHECKING:
    from octavo.location import Location
    from octavo.revisions import Pair, Passage


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


class Moved(Struct, frozen=True):
    """A list whose items stand in another order.

    Attributes:
        group: The list.
        before: The ids of the items that are still there, in their order when it was sent.
        now: The same in their order of now.
        said: The first text of each that is printed, by its id.
        who: Who moved some of them, as far as the file says.
        location: Where the first of those stands that were moved.
    """

    group: str
    before: tuple[str, ...]
    now: tuple[str, ...]
    said: Mapping[str, tuple[Origin, str]]
    who: str
    location: Location


def moved_items(
    pairs: Sequence[Pair], sent: Sequence[Passage], origins: Origins
) -> Iterator[Moved]:
    """Each list whose items were moved."""
    kept = [pair for pair in pairs if pair.before and pair.after]
    there = {item for pair in kept if pair.before for item in origins.items(pair.before)}
    before = _order(sent, origins, there)
    now = _order((pair.before for pair in kept), origins, there)
    for group, ids in now.items():
        if ids != before[group]:
            own = [pair for pair in kept if _is_of(pair, group, origins)]
            turned = [pair for pair in own if pair.is_moved] or own
            passages = [pair.after for pair in own if pair.after]
            yield Moved(
                group,
                tuple(before[group]),
                tuple(ids),
                {name: _said((group, name), sent, origins) for name in ids},
                who_changed(*passages),
                next(pair.after.location for pair in turned if pair.after),
            )


def _said(item: Path, sent: Sequence[Passage], origins: Origins) -> tuple[Origin, str]:
    """The first text of an item that is printed."""
    spans = ((span, each.text) for each in sent for span in origins.spans(each))
    own = ((span, text) for span, text in spans if item_of(span.origin.path) == item)
    span, text = next(own)
    return span.origin, text[span.start : span.end]


def _is_of(pair: Pair, group: str, origins: Origins) -> bool:
    items = origins.items(pair.before) if pair.before else set()
    return any(item[0] == group for item in items)


def _order(
    passages: Iterable[Passage | None], origins: Origins, there: set[Path]
) -> dict[str, list[str]]:
    """The ids of each list as its items are first printed."""
    found: dict[str, dict[str, None]] = {}
    for passage in passages:
        for group, name in sorted(origins.items(passage) & there) if passage else ():
            found.setdefault(group, {})[name] = None
    return {group: list(names) for group, names in found.items()}


class Deleted(Struct, frozen=True):
    """An item that no paragraph prints any more.

    Attributes:
        item: Its list and its id.
        fields: Its fields as they were printed when the file was sent.
        text: The row or paragraph that is gone.
        who: Who took it out, as far as the file says.
        location: Where it stood.
    """

    item: Path
    fields: tuple[tuple[Origin, str], ...]
    text: str
    who: str
    location: Location


class Added(Struct, frozen=True):
    """A row or paragraph that is made like those of the items beside it.

    Attributes:
        group: The list of these items.
        fields: What stands where they print a field.
        left: What stands where they print what is made from several fields, such as a due date.
        text: The row or paragraph.
        who: Who added it, as far as the file says.
        location: Where it stands.
        above: The id of the item above it; empty for what stands above them all.
    """

    group: str
    fields: tuple[tuple[Origin, str], ...]
    left: tuple[str, ...]
    text: str
    who: str
    location: Location
    above: str = ""


def deleted_items(
    pairs: Sequence[Pair], origins: Origins, original: dict[str, Passage]
) -> Iterator[Deleted]:
    """The items that are gone, each once."""
    stay = [pair.before for pair in pairs if pair.before and pair.after]
    left = {item for passage in stay for item in origins.items(passage)}
    lost = [pair.before for pair in pairs if pair.before and not pair.after]
    told: set[Path] = set()
    for row in rows(lost):
        fields = [
            (span.origin, each.text[span.start : span.end])
            for each in row
            for span in origins.spans(each)
        ]
        items = {item for each in row for item in origins.items(each)} - left - told
        for item in sorted(items):
            own = tuple(pair for pair in fields if pair[0].path[: len(item)] == item)
            who = who_changed(*(original[each.text] for each in row if each.text in original))
            yield Deleted(item, own, text_of(row), who, row[0].location)
        told |= items


def added_items(pairs: Sequence[Pair], origins: Origins) -> Iterator[Added]:
    """What was added and is made like the items beside it."""
    after = [pair for pair in pairs if pair.after]
    units = [list(same) for _, same in groupby(after, key=lambda pair: row_of(pair.after))]
    for at, unit in enumerate(units):
        if any(pair.before for pair in unit):
            continue
        beside = (units[number] for number in (at - 1, at + 1) if 0 <= number < len(units))
        found = next(filter(None, (_like(unit, other, origins) for other in beside)), None)
        if found:
            row = [pair.after for pair in unit if pair.after]
            group, fields = found
            own = tuple(pair for pair in fields if item_of(pair[0].path))
            left = tuple(text for origin, text in fields if not origin.path)
            who = who_changed(*row)
            above = _above(units[:at], group, origins)
            yield Added(group, own, left, text_of(row), who, row[0].location, above)


def _above(units: Sequence[Sequence[Pair]], group: str, origins: Origins) -> str:
    """The id of the last item of a list that stands above."""
    passages = (pair.before for unit in reversed(units) for pair in unit if pair.before)
    items = (item for each in passages for item in sorted(origins.items(each)))
    return next((name for of, name in items if of == group), "")


def _fields(spans: Sequence[Span], before: str, text: str) -> Iterator[tuple[Origin, str]]:
    """What a new paragraph says where another one prints fields.

    Where their texts touch, as a number behind a sentence does, the new text is that of the only
    field that can be pulled.
    """
    texts = by_fixed_text(before, text, spans)
    own = [span for span in spans if span.origin.path]
    if texts is None and len(own) == 1:
        spans, texts = own, (text,)
    for span, said in zip(spans, texts or (), strict=False):
        if said.strip():
            yield span.origin, said.strip()


def _like(
    unit: Sequence[Pair], other: Sequence[Pair], origins: Origins
) -> tuple[str, tuple[tuple[Origin, str], ...]] | None:
    """What a new row says where another one prints the fields of one item."""
    if len(unit) != len(other):
        return None
    fields: list[tuple[Origin, str]] = []
    for new, old in zip(unit, other, strict=True):
        if new.after is None or old.before is None:
            return None
        fields += _fields(origins.spans(old.before), old.before.text, new.after.text)
    items = {item_of(origin.path) for origin, _ in fields} - {()}
    if len(items) != 1:
        return None
    ((group, _),) = items
    return group, tuple(fields)
