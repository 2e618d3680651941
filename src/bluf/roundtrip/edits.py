"""From two Word files to edits of the record: what was sent round, and what came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.roundtrip.changes import Unplaced, find_unplaced, joined
from bluf.roundtrip.items import (
    Added,
    Deleted,
    Moved,
    added_items,
    deleted_items,
    moved_items,
    who_changed,
)
from bluf.roundtrip.origins import Origin, Origins
from bluf.roundtrip.spans import mended, respanned
from octavo.location import Location
from octavo.ooxml import Package, read_package
from octavo.revisions import Pair, Passage, View, align, passages

if TYPE_CHECKING:
    from bluf.roundtrip.base import Base


class Edit(Struct, frozen=True):
    """A printed text of the record that reads otherwise now.

    Attributes:
        origin: The field it comes from.
        before: What it said when it was sent round.
        now: What it says now.
        who: Who changed it, with the day, as far as the file says; empty for an edit without
            tracking.
        location: Where it stands.
        is_sure: Whether an anchor says that it is this field.
        elsewhere: Whether the field is printed somewhere else, too, and was not changed there.
    """

    origin: Origin
    before: str
    now: str
    who: str
    location: Location
    is_sure: bool = True
    elsewhere: bool = False


class FoundEdits(Struct, frozen=True):
    """Everything that differs.

    Attributes:
        edits: Changes of fields; a field that is printed twice and was given two texts has two.
        deleted: Items that are gone.
        added: Rows and paragraphs made like those of items.
        moved: Lists whose items stand in another order.
        unplaced: Changes of anything else.
        all_tracked: Whether the file, without its tracked changes, is what was sent round.
        doubts: How many paragraphs were matched by their likeness alone.
    """

    edits: tuple[Edit, ...]
    deleted: tuple[Deleted, ...]
    added: tuple[Added, ...]
    moved: tuple[Moved, ...]
    unplaced: tuple[Unplaced, ...]
    all_tracked: bool
    doubts: int


def find_edits(base: Base, edited: Package, *, accept: bool = True) -> FoundEdits:
    """What somebody did to the file that was sent round.

    Args:
        base: The file as it was sent.
        edited: The file that came back.
        accept: Whether tracked changes count as made.
    """
    sent = passages(read_package(base.document, "base.docx"), View.AFTER)
    original = passages(edited, View.BEFORE)
    now = passages(edited, View.AFTER) if accept else original
    origins = Origins(base.origins)
    whole = mended(align(sent, now), sent, origins)
    pairs = whole.pairs
    moved = tuple(moved_items(pairs, sent, origins))
    deleted = tuple(deleted_items(pairs, origins, {each.text: each for each in original}))
    added = tuple(added_items(pairs, origins))
    told = {*(each.location for each in deleted), *(each.location for each in added)}
    unplaced = find_unplaced(pairs, origins, told, {each.group for each in moved})
    edits = [edit for pair in pairs for edit in _edits(pair, origins)]
    printed = Counter(span.origin.path for each in sent for span in origins.spans(each))
    printed.subtract(edit.origin.path for edit in edits)
    return FoundEdits(
        tuple(replace(edit, elsewhere=printed[edit.origin.path] > 0) for edit in _once(edits)),
        deleted,
        added,
        moved,
        (*unplaced, *joined(whole.joints)),
        _said(sent) == _said(original),
        sum(not pair.is_sure for pair in pairs if pair.before and pair.after and pair.differs),
    )


def likeness(base: Base, edited: Package) -> float:
    """Which share of the paragraphs that were sent stands in a file, from 0 to 1."""
    sent = [each.text for each in passages(read_package(base.document, "base.docx"), View.AFTER)]
    there = {each.text for each in passages(edited, View.BEFORE)}
    there |= {each.text for each in passages(edited, View.AFTER)}
    telling = [text for text in sent if text.strip()]
    return sum(text in there for text in telling) / max(1, len(telling))


def _said(passages: Iterable[Passage]) -> tuple[list[str], Counter[str]]:
    """What a file says, in order; programs put headers in an order of their own."""
    told = [(each.location.story == "body", each.text) for each in passages if each.text.strip()]
    return [text for in_body, text in told if in_body], Counter(text for _, text in told)


def _edits(pair: Pair, origins: Origins) -> Iterator[Edit]:
    before, after = pair.before, pair.after
    if before is None or after is None or not pair.differs:
        return
    spans = origins.spans(before)
    for span, text in zip(spans, respanned(before.text, after.text, spans).texts, strict=True):
        old = before.text[span.start : span.end]
        if span.origin.path and old != text:
            who = who_changed(after)
            yield Edit(span.origin, old, text, who, after.location, pair.is_sure)


def _once(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Of a field that is printed twice and now reads the same in both places, one edit."""
    ordered = sorted(edits, key=lambda edit: edit.origin.path)
    for _, same in groupby(ordered, key=lambda edit: (edit.origin.path, edit.now)):
        yield next(same)
