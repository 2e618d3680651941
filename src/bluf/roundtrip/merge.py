"""Three ways: what was sent, what came back, and what the data file says by now.

A field that only one side changed takes that side's text. Where both changed it, ours stays, and
both are shown; items as a whole are deleted, added and moved. A conflict never breaks the data
file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from bluf.languages import sentences
from bluf.model import Brief
from bluf.roundtrip.changes import Disposition, FieldChange, Value
from bluf.roundtrip.items import Added, Deleted, Moved
from bluf.roundtrip.origins import Origin, Path, steps_to, value_at
from bluf.roundtrip.reading import Words
from bluf.roundtrip.spans import BREAK
from bluf.views import Labels

if TYPE_CHECKING:
    from bluf.roundtrip.edits import Edit, FoundEdits


_NUMBERED = re.compile(r"(\D*)(\d+)")


def found_again(brief: Brief, origin: Origin, before: str, now: str, words: Words) -> Path:
    """The path of a field; one of an item without an id is looked for by what it says."""
    group, place, *rest = (*origin.path, "", "")[: max(2, len(origin.path))]
    if not place.isdigit():
        return origin.path
    texts = {at: value_at(brief, (group, str(at), *rest)) for at in _places(brief, group)}
    for text in (before, now):
        same = [at for at, ours in texts.items() if ours and _says(words, origin, ours, text)]
        if same:
            nearest = min(same, key=lambda at: abs(at - int(place)))
            return (group, str(nearest), *rest)
    return origin.path


def deleted_item(deleted: Deleted, brief: Brief, words: Words) -> FieldChange:
    """An item that was taken out; one that was changed meanwhile stays."""
    change = FieldChange(
        deleted.item, deleted.text, "", deleted.who, deleted.location, Disposition.TAKEN
    )
    item = deleted.item
    for origin, text in deleted.fields:
        found = found_again(brief, origin, text, text, words)
        ours = value_at(brief, found)
        if ours is None:
            return replace(change, fate=Disposition.SAME)
        if not _says(words, origin, ours, text):
            if item[1].isdigit():
                return replace(
                    change, fate=Disposition.SAME
                )  # no item of the list says so any more
            reason = f"“{'.'.join(origin.path)}” was changed meanwhile"
            steps = steps_to(brief, item) or ()
            return replace(change, fate=Disposition.CONFLICT, steps=steps, ours=ours, reason=reason)
        item = found[:2]
    return replace(change, field=item, steps=steps_to(brief, item) or ())


def added_item(added: Added, earlier: int, brief: Brief, words: Words) -> FieldChange:
    """A new item behind the one that it stands behind, with an id of its own.

    Args:
        added: What was added.
        earlier: How many new items its list has before it.
        brief: The record as it is now.
        words: The words of its language.
    """
    items = getattr(brief, added.group)
    named = {origin: words.read(origin, text) for origin, text in added.fields}
    unread = (words.why_not(*each) for each in added.fields if named[each[0]] is None)
    wrong = next(unread, "")
    change = FieldChange(
        (added.group, ""),
        "",
        added.text,
        added.who,
        added.location,
        Disposition.REFUSED if wrong else Disposition.TAKEN,
        (added.group, _place_for(added, brief)),
        reason=wrong,
        left=added.left,
        adds=True,
    )
    own = [(origin, text) for origin, text in added.fields if origin.path]
    for at in _places(brief, added.group):
        if own and all(_is_there(brief, added.group, at, *each, words) for each in own):
            name = getattr(items[at], "id", str(at))
            return replace(change, field=(added.group, name), fate=Disposition.SAME, left=())
    if isinstance(items[0], str):
        value: Any = str(named[own[0][0]])
        return replace(change, field=(added.group, str(len(items) + earlier)), value=value)
    fields = {origin.path[-1]: read or "" for origin, read in named.items() if origin.path}
    if not hasattr(items[0], "id"):
        return replace(change, field=(added.group, str(len(items) + earlier)), value=fields)
    name = next_id([item.id for item in items], earlier)
    return replace(change, field=(added.group, name), value={"id": name, **fields})


def moved_list(moved: Moved, brief: Brief, words: Words) -> FieldChange:
    """A list in another order; where ours was put in another order too, ours stays."""
    items = getattr(brief, moved.group)
    places = _places_of(moved, brief, words)
    before = [places[name] for name in moved.before if name in places]
    now = [places[name] for name in moved.now if name in places]
    change = FieldChange(
        (moved.group,),
        ", ".join(moved.before),
        ", ".join(moved.now),
        moved.who,
        moved.location,
        Disposition.TAKEN,
        (moved.group,),
    )
    printed = [at for at in _printed(items, range(len(items))) if at in now]
    if printed == now:
        return replace(change, fate=Disposition.SAME)
    if printed != before:
        return replace(
            change, fate=Disposition.CONFLICT, reason="the data file has another order by now"
        )
    turn = iter(now)
    order = [next(turn) if at in now else at for at in range(len(items))]
    if [at for at in _printed(items, order) if at in now] != now:
        reason = "items are printed by their “priority”: change that"
        return replace(change, fate=Disposition.REFUSED, reason=reason)
    return replace(change, value=tuple(order))


def _places_of(moved: Moved, brief: Brief, words: Words) -> dict[str, int]:
    """Where the items stand by now, by the names that they had; what is gone is left out."""
    found: dict[str, int] = {}
    for name, (origin, text) in moved.said.items():
        steps = steps_to(brief, found_again(brief, origin, text, text, words)[:2])
        if steps and int(steps[1]) not in found.values():
            found[name] = int(steps[1])
    return found


def _printed(items: Sequence[Any], order: Iterable[int]) -> list[int]:
    """The places in the order in which their items are printed: the weightiest first."""
    return sorted(order, key=lambda at: getattr(items[at], "priority", 0))


def _place_for(added: Added, brief: Brief) -> int:
    """Before which item of now a new one goes."""
    items = getattr(brief, added.group)
    names = [getattr(item, "id", str(at)) for at, item in enumerate(items)]
    if added.above in names:
        return names.index(added.above) + 1
    return len(items) if added.above else 0


def _is_there(brief: Brief, group: str, at: int, origin: Origin, text: str, words: Words) -> bool:
    items = getattr(brief, group)
    name = getattr(items[at], "id", str(at))
    ours = value_at(brief, (group, name, *origin.path[2:]))
    return ours is not None and _says(words, origin, ours, text)


def _says(words: Words, origin: Origin, ours: str, text: str) -> bool:
    return words.are_same(origin, words.shown(origin, ours), text)


def _places(brief: Brief, group: str) -> Iterator[int]:
    items = getattr(brief, group, ())
    return iter(range(len(items) if isinstance(items, tuple) else 0))


def next_id(names: list[str], beyond: int) -> str:
    """The id behind the last one that ends with a number: ``F3`` behind ``F2``."""
    numbered = [match for match in map(_NUMBERED.fullmatch, names) if match]
    if not numbered:
        return f"N{beyond + 1}"
    last = max(numbered, key=lambda match: int(match[2]))
    return f"{last[1]}{int(last[2]) + 1 + beyond}"


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
