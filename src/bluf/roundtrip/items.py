"""Items of the record that were deleted or added in the Word file, as rows or as paragraphs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.roundtrip.origins import item_of
from bluf.roundtrip.rows import row_of, rows, text_of, who_changed
from bluf.roundtrip.spans import by_fixed_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bluf.roundtrip.origins import Origin, Origins, Path, Span
    from octavo.location import Location
    from octavo.revisions import Pair, Passage


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
