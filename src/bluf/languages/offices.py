"""The offices that a text names, by their kind: “Deputy Foreign Minister” is a deputy's."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.languages.language import language
from bluf.languages.pattern import pattern

if TYPE_CHECKING:
    from bluf.languages.pattern import WordPattern

DEPUTY = "deputy"
"""The kind of an office beside which “deputy”, “vice” or “former” stands."""
_REACH = 32
_ONE_WORD = re.compile(r"(?:[\s-]+[^\s.;:!?-]+)?[\s-]*")


class Office(Struct, frozen=True):
    """An office: where it stands in a text, and its kind."""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=512)
def offices_in(text: str, tag: str) -> tuple[Office, ...]:
    """The offices of a text in the language of a BCP 47 tag, the longest at each place."""
    known = language(tag)
    if not _any(known.tag).search(text):
        return ()
    found = [
        Office(*match.span(), _ranked(text, match, kind, known.tag))
        for kind in known.offices
        for match in _words(known.tag, kind).finditer(text)
    ]
    found.sort(key=lambda office: (office.start, -office.end))
    kept: list[Office] = []
    for office in found:
        if not kept or office.start >= kept[-1].end:
            kept.append(office)
    return tuple(kept)


def _ranked(text: str, match: re.Match[str], kind: str, tag: str) -> str:
    """The kind of an office, or a deputy's where a word of rank stands before or within it."""
    known = language(tag)
    ranks = pattern(known.people.ranks, known.script)
    near = text[max(0, match.start() - _REACH) : match.start()]
    before = any(_ONE_WORD.fullmatch(near, rank.end()) for rank in ranks.finditer(near))
    return DEPUTY if before or ranks.search(match.group()) else kind


@cache
def _words(tag: str, kind: str) -> WordPattern:
    known = language(tag)
    longest_first = sorted(known.offices[kind], key=len, reverse=True)
    return pattern(tuple(longest_first), known.script)


@cache
def _any(tag: str) -> WordPattern:
    """Of all kinds: most texts name none."""
    known = language(tag)
    entries = tuple(each for kind in known.offices.values() for each in kind)
    return pattern(entries, known.script)
