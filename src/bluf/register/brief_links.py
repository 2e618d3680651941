"""What must be kept of each brief to find faults that no brief shows alone, and no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.model import FollowUp, Request


class BriefLinks(Struct, frozen=True):
    """Path and id of one brief, and the refs of the items that it carries on."""

    path: str
    brief: str
    carries: tuple[str, ...]


def links_of(data: DataFile) -> BriefLinks:
    """The links of a brief that has been read."""
    items: tuple[Request | FollowUp, ...] = (*data.brief.requests, *data.brief.follow_ups)
    carries = tuple(each.carried_from for each in items if each.carried_from)
    return BriefLinks(data.path, data.brief.id, carries)


def entangled(found: Sequence[BriefLinks]) -> tuple[str, ...]:
    """Paths of the briefs that have to be read together, in the order of ``found``.

    Those that have one id, those that carry on one item, and those that it is carried from.
    """
    carried = Counter(target for each in found for target in set(each.carries))
    shared = {target for target, count in carried.items() if count > 1}
    origins = {target.partition("#")[0] for target in shared}
    ids = Counter(each.brief for each in found)
    return tuple(
        each.path
        for each in found
        if ids[each.brief] > 1 or each.brief in origins or shared.intersection(each.carries)
    )
