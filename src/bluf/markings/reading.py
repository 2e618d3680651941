"""Between what is written and a marking: its level first, and the caveats behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from bluf.markings.scheme import Caveat, Joining, Level, Marking, Scheme

_DASHES: Final = re.compile(r"[\u2010-\u2015]")
_BETWEEN: Final = re.compile(r"\s*(?://|/|;|\s-\s)\s*")
_AROUND: Final = " -/:;,[]()"
_KEPT: Final = 4096
"""So many labels are remembered as they are folded: schemes have a few hundred."""


@lru_cache(_KEPT)
def folded(text: str) -> str:
    """The text in capitals, with single blanks and plain hyphens."""
    return " ".join(_DASHES.sub("-", text).split()).upper()


def read(text: str, scheme: Scheme) -> Marking | None:
    """The marking that a text is in a scheme; None where it begins with none of its levels."""
    label = folded(text).removeprefix("(").removesuffix(")")
    found = max(_levels(label, scheme), key=lambda pair: len(pair[1]), default=None)
    if found is None:
        return None
    at, written = found
    return _with_caveats(scheme, at, label[len(written) :].strip(_AROUND))


def _levels(label: str, scheme: Scheme) -> Iterator[tuple[int, str]]:
    """Each level that a label may begin with, and the letters by which it does."""
    for at, level in enumerate(scheme.levels):
        for written in _written(level):
            rest = label[len(written) :]
            if label.startswith(written) and not rest[:1].isalnum() and not rest.startswith("+"):
                yield at, written
        short = folded(level.portion)
        if short and (label == short or label.startswith((f"{short}/", f"{short} - "))):
            yield at, short


@lru_cache(_KEPT)
def _written(level: Level) -> list[str]:
    return [folded(each) for each in (level.name, *level.also)]


def _with_caveats(scheme: Scheme, level: int, rest: str) -> Marking:
    caveats: set[str] = set()
    countries: frozenset[str] | None = None
    for piece in filter(None, _pieces(rest, scheme)):
        caveat = _caveat(piece, scheme)
        if caveat is None:
            caveats.add(piece)
        elif caveat.joins is Joining.ANY:
            caveats.add(caveat.name)
        else:
            named = _named(piece, caveat, scheme)
            countries = named if countries is None else countries & named
    return Marking(scheme, level, frozenset(caveats), countries)


def _pieces(rest: str, scheme: Scheme) -> Iterator[str]:
    """The caveats as they are written; a list of countries stays together."""
    for piece in _BETWEEN.split(rest):
        if scheme.release is not None and _is(piece, scheme.release, scheme):
            yield piece
        else:
            yield from (each.strip(_AROUND) for each in piece.split(","))


def _caveat(piece: str, scheme: Scheme) -> Caveat | None:
    return next((each for each in scheme.caveats if _is(piece, each, scheme)), None)


def _is(piece: str, caveat: Caveat, scheme: Scheme) -> bool:
    del scheme
    names = {folded(each) for each in (caveat.name, caveat.portion, *caveat.also) if each}
    if caveat.joins is Joining.RELEASE:
        return any(piece == each or piece.startswith(f"{each} ") for each in names)
    return piece in names


def _named(piece: str, caveat: Caveat, scheme: Scheme) -> frozenset[str]:
    """Who may read by a caveat: the countries it names, and the home country."""
    home = {scheme.home} - {""}
    if caveat.joins is Joining.CLOSED:
        return frozenset(home)
    names = (folded(each) for each in (caveat.name, caveat.portion, *caveat.also) if each)
    start = max((each for each in names if piece.startswith(each)), key=len)
    listed = filter(None, re.split(r"[,\s]+", piece[len(start) :]))
    return frozenset(spelt_out(listed, scheme) | home)


def spelt_out(names: Iterator[str] | filter[str] | frozenset[str], scheme: Scheme) -> set[str]:
    """The countries, with those that a name of several stands for in its place."""
    return {each for name in names for each in scheme.unions.get(name, (name,))}


def banner(marking: Marking) -> str:
    """As it stands at the top of a page: ``SECRET//ORCON/NOFORN``."""
    return _in_full(marking, short=False)


def portion(marking: Marking) -> str:
    """As it stands before a portion, without parentheses: ``S//OC/NF``."""
    return _in_full(marking, short=True)


def _in_full(marking: Marking, *, short: bool) -> str:
    scheme = marking.scheme
    level = scheme.levels[marking.level]
    groups: dict[int, list[str]] = {}
    for group, text in _written_caveats(marking, short=short):
        groups.setdefault(group, []).append(text)
    joined = (scheme.within.join(groups[group]) for group in sorted(groups))
    return scheme.separator.join([_of(level.name, level.portion, short=short), *joined])


def _written_caveats(marking: Marking, *, short: bool) -> Iterator[tuple[int, str]]:
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
