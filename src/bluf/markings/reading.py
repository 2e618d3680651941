"""From what is written to a marking: the level that it begins with, and the caveats behind it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bluf.markings.scheme import Joining, Marking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.markings.scheme import Caveat, Level, Scheme

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
