"""Three ways: what was sent, what came back, and what the data file says by now.

A field that only one side changed takes that side's text. Where both changed it, ours stays, and
both are shown. A conflict never breaks the data file.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from bluf.languages import sentences
from bluf.roundtrip.changes import Disposition, FieldChange
from bluf.roundtrip.joints import BREAK
from bluf.roundtrip.merge_items import added_item, deleted_item, found_again, moved_list
from bluf.roundtrip.origins import steps_to, value_at
from bluf.roundtrip.reading import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bluf.model import Brief
    from bluf.roundtrip.changes import Value
    from bluf.roundtrip.edits import Edit, FoundEdits
    from bluf.roundtrip.items import Added
    from bluf.views import Labels


_ELSEWHERE = "it is printed elsewhere too, and was not changed there"
_LONG = ("bottom_line", "background", "comment")
"""Fields that may hold several paragraphs."""


def merged(found: FoundEdits, brief: Brief, labels: Labels) -> tuple[FieldChange, ...]:
    """What becomes of each change; a field that was given two texts has a conflict.

    Args:
        found: What came back.
        brief: The record as it is now.
        labels: The words of the language in which the file was sent.
    """
    words = Words(labels, brief.parties)
    return (
        *_all_edited(found.edits, brief, words),
        *(deleted_item(deleted, brief, words) for deleted in found.deleted),
        *(added_item(*each, brief, words) for each in _numbered(found.added)),
        *(moved_list(moved, brief, words) for moved in found.moved),
    )


def _numbered(added: Iterable[Added]) -> Iterator[tuple[Added, int]]:
    """Each new item, with how many of its list stand before it."""
    count: Counter[str] = Counter()
    for each in added:
        yield each, count[each.group]
        count[each.group] += 1


def _all_edited(edits: Iterable[Edit], brief: Brief, words: Words) -> Iterator[FieldChange]:
    """Each edit; those of a field that is printed twice are put together where they can be."""
    for _, same in groupby(edits, key=lambda edit: edit.origin.path):
        own = list(same)
        whole: str | None = own[0].now
        for edit in own[1:]:
            whole = None if whole is None else put_together(edit.before, whole, edit.now)
        if whole is None:
            reason = "the same field was given two texts in two places"
            both = (_edited(edit, brief, words) for edit in own)
            yield from (replace(each, fate=Disposition.CONFLICT, reason=reason) for each in both)
        else:
            yield _edited(replace(own[0], now=whole), brief, words)


def _edited(edit: Edit, brief: Brief, words: Words) -> FieldChange:
    path = found_again(brief, edit.origin, edit.before, edit.now, words)
    change = FieldChange(path, edit.before, edit.now, edit.who, edit.location, Disposition.GONE)
    steps, ours = steps_to(brief, path), value_at(brief, path)
    if steps is None or ours is None:
        return replace(change, reason="the data file has no such field any more")
    fate, value, reason = _judged(edit, ours, words)
    kept = "" if fate in {Disposition.TAKEN, Disposition.SAME} else ours
    return replace(change, fate=fate, steps=steps, value=value, ours=kept, reason=reason)


def _judged(edit: Edit, ours: str, words: Words) -> tuple[Disposition, Value | None, str]:
    """Fate, value and reason of an edit of a field that says ``ours`` now."""
    origin = edit.origin
    before, now = words.without_rest(origin, ours, edit.before, edit.now)
    shown = words.shown(origin, ours)
    if now.strip() and words.are_same(origin, shown, now):
        return Disposition.SAME, "", ""
    reason = _why_not(edit, before, now)
    if reason:
        return Disposition.REFUSED, "", reason
    if not words.are_same(origin, shown, before):
        both = None if origin.vocabulary else put_together(before, shown, now)
        if both is None or words.is_marked(origin, ours):
            theirs = words.read(origin, now)
            return Disposition.CONFLICT, theirs, "the data file was changed meanwhile, too"
        return Disposition.MERGED, both, "other sentences were changed in the data file: look at it"
    value = None if words.is_marked(origin, ours) else words.read(origin, now)
    if value is None:
        return Disposition.REFUSED, "", words.why_not(origin, now)
    return Disposition.TAKEN, value, _ELSEWHERE if edit.elsewhere else ""


def _why_not(edit: Edit, before: str, now: str) -> str:
    """Why no field can hold such a text."""
    if not now.strip():
        return "the field was emptied; delete it in the data file, if that is meant"
    if BREAK in now and BREAK not in before and edit.origin.path[-1] not in _LONG:
        return "it was split into two paragraphs, and this field has one"
    return ""


class _Hunk(NamedTuple):
    """Sentences of the base, from place to place, and what one side wrote instead."""

    start: int
    end: int
    new: tuple[str, ...]


def put_together(base: str, one: str, other: str) -> str | None:
    """The text with the changes of both sides; None where both touched the same sentence.

    Within a sentence nothing is put together: from “10” to “12” and from “million” to “billion”
    would make what neither side meant. Texts of several paragraphs are left to a person.
    """
    if "\n" in base.strip() + one.strip() + other.strip():
        return None
    old, mine, theirs = (sentences(text) for text in (base, one, other))
    hunks = sorted({*_hunks(old, mine), *_hunks(old, theirs)})
    if any(_touch(*pair) for pair in pairwise(hunks)):
        return None
    merged = list(old)
    for hunk in reversed(hunks):
        merged[hunk.start : hunk.end] = hunk.new
    return " ".join(merged)


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = (code for code in codes if code[0] != "equal")
    return [_Hunk(i, i_end, tuple(new[j:j_end])) for _, i, i_end, j, j_end in changed]


def _touch(first: _Hunk, second: _Hunk) -> bool:
    """Whether two changes are of the same sentence, or one adds where the other changes."""
    adds = first.start == first.end or second.start == second.end
    return second.start < first.end or (adds and second.start == first.end)
