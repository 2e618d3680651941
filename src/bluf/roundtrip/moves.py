"""Items of the record that stand in another order now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.roundtrip.rows import who_changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bluf.roundtrip.origins import Origins, Path
    from octavo.location import Location
    from octavo.revisions import Pair, Passage


class Moved(Struct, frozen=True):
    """A list whose items stand in another order.

    Attributes:
        group: The list.
        before: The ids of the items that are still there, in their order when it was sent.
        now: The same in their order of now.
        who: Who moved some of them, as far as the file says.
        location: Where the first of those stands that were moved.
    """

    group: str
    before: tuple[str, ...]
    now: tuple[str, ...]
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
            own = [pair for pair in kept if pair.is_moved and _is_of(pair, group, origins)]
            passages = [pair.after for pair in own if pair.after]
            place = passages[0].location
            yield Moved(group, tuple(before[group]), tuple(ids), who_changed(*passages), place)


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
