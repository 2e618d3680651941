"""The banner that portions come to, and how one that was written differs from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from bluf.markings.scheme import Marking


def combined(markings: Sequence[Marking]) -> Marking:
    """The highest level of markings of one scheme, with the caveats of all of them.

    A list of countries holds where each portion that is not open has one, and then for those that
    all of them name; a portion for the home country alone closes the whole.
    """
    return Marking(
        markings[0].scheme,
        max(each.level for each in markings),
        frozenset().union(*(each.caveats for each in markings)),
        _countries(markings),
    )


def _countries(markings: Sequence[Marking]) -> frozenset[str] | None:
    said = [each.countries for each in markings if each.countries is not None]
    home = frozenset({markings[0].scheme.home} - {""})
    if any(each <= home for each in said):
        return home
    silent = any(each.countries is None and each.weight for each in markings)
    return None if silent or not said else reduce(frozenset.__and__, said)


def lacking(written: Marking, needed: Marking) -> Iterator[str]:
    """What a written marking lacks of one that is needed, each in words."""
    if written.level < needed.level:
        yield f"the level “{needed.scheme.levels[needed.level].name}”"
    yield from (f"the caveat “{each}”" for each in sorted(needed.caveats - written.caveats))
    is_open = not needed.weight and needed.countries is None
    if not is_open and _releases_more(written, needed):
        yield "the limit on who it is released to"


def beyond(written: Marking, needed: Marking) -> Iterator[str]:
    """What a written marking has beyond one that would do."""
    if written.level > needed.level:
        yield f"the level “{written.scheme.levels[written.level].name}”"
    yield from (f"the caveat “{each}”" for each in sorted(written.caveats - needed.caveats))
    if written.countries is not None and _releases_more(needed, written):
        yield "a tighter limit on who it is released to"


def _releases_more(one: Marking, other: Marking) -> bool:
    """Whether one lets somebody read whom the other does not."""
    home = {one.scheme.home}
    if one.countries is None:
        return other.countries is not None and other.countries <= home
    if other.countries is None:
        return bool(one.countries - home)
    return not one.countries <= other.countries
