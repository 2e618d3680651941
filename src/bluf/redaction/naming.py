"""Names that tell nothing: ids without gaps, and a brief called by its day and title."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from bluf.model import Brief

_LONGEST = 60
"""Letters of a title that name a brief."""


class Names(Struct, frozen=True):
    """The ids that the parts of a brief have for an audience, by those they have in the record.

    ``gone`` are the ids of the items that are left out.
    """

    events: dict[str, str]
    items: dict[str, str]
    sources: dict[str, str]
    gone: frozenset[str]


def names_for(brief: Brief, kept: Mapping[str, Iterable[str]]) -> Names:
    """The parts that are left, counted anew: a gap would tell that there are others.

    Args:
        brief: The whole brief.
        kept: The ids of what is left of each list, and the keys of the sources.
    """
    items = {
        **_counted("R", kept["requests"]),
        **_counted("O", kept["outcomes"]),
        **_counted("F", kept["follow_ups"]),
    }
    whole = (item.id for item in (*brief.requests, *brief.outcomes, *brief.follow_ups))
    return Names(
        _counted("E", kept["events"]),
        items,
        _counted("S", kept["sources"]),
        frozenset(whole) - items.keys(),
    )


def _counted(letter: str, ids: Iterable[str]) -> dict[str, str]:
    return {name: f"{letter}{number}" for number, name in enumerate(ids, 1)}


def brief_id(day: dt.date, title: str) -> str:
    """``2025-08-06-visit-to-the-ministry``: what the audience reads anyhow."""
    words = _words(unicodedata.normalize("NFKC", title).casefold())
    kept: list[str] = []
    for word in words:
        if len("-".join([*kept, word])) > _LONGEST:
            break
        kept.append(word)
    return "-".join([day.isoformat(), *kept])


def _words(text: str) -> Sequence[str]:
    return "".join(sign if sign.isalnum() else " " for sign in text).split()
