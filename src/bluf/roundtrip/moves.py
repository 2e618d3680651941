"""Items of the record that stand in another order now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.roundtrip.origins import item_of
from bluf.roundtrip.rows import who_changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bluf.roundtrip.origins import Origin, Origins, Path
    from octavo.location import Location
    from octavo.revisions import Pair, Passage


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
