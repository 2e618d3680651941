"""From a marking to what is written on a page, and before a portion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.markings.scheme import Joining

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.markings.scheme import Caveat, Marking


def banner(marking: Marking) -> str:
    """As it stands at the top of a page: ``SECRET//ORCON/NOFORN``."""
    return _written(marking, short=False)


def portion(marking: Marking) -> str:
    """As it stands before a portion, without parentheses: ``S//OC/NF``."""
    return _written(marking, short=True)


def _written(marking: Marking, *, short: bool) -> str:
    scheme = marking.scheme
    level = scheme.levels[marking.level]
    groups: dict[int, list[str]] = {}
    for group, text in _caveats(marking, short=short):
        groups.setdefault(group, []).append(text)
    joined = (scheme.within.join(groups[group]) for group in sorted(groups))
    return scheme.separator.join([_of(level.name, level.portion, short=short), *joined])


def _caveats(marking: Marking, *, short: bool) -> Iterator[tuple[int, str]]:
    for caveat in marking.scheme.caveats:
        text = _of(caveat.name, caveat.portion, short=short)
        if caveat.name in marking.caveats:
            yield caveat.group, text
        elif _is_written(caveat, marking):
            listed = _listed(marking) if caveat.joins is Joining.RELEASE else ""
            yield caveat.group, f"{text} {listed}".strip()
    last = max((each.group for each in marking.scheme.caveats), default=1)
    yield from ((last, text) for text in sorted(marking.unknown))


def _is_written(caveat: Caveat, marking: Marking) -> bool:
    """Whether a caveat says who may read: the closed one where nobody but the home country may."""
    if marking.countries is None or caveat.joins is Joining.ANY:
        return False
    alone = marking.countries <= {marking.scheme.home} and marking.scheme.closed is not None
    return (caveat.joins is Joining.CLOSED) == alone


def _listed(marking: Marking) -> str:
    """The home country first, then the others in the order of the alphabet."""
    home = marking.scheme.home
    return ", ".join(sorted(marking.countries or (), key=lambda name: (name != home, name)))


def _of(name: str, portion_mark: str, *, short: bool) -> str:
    return (portion_mark or name) if short else name
