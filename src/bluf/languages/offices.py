"""The offices that a text names, by their kind: “Deputy Foreign Minister” is a deputy's."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from bluf.languages.language import language
from bluf.languages.pattern import WordTable, pattern
from bluf.languages.remembering import remembered

DEPUTY = "deputy"
"""The kind of an office beside which “deputy”, “vice” or “former” stands."""
_REACH = 32
_ONE_WORD = re.compile(r"(?:[\s-]+[^\s.;:!?-]+)?[\s-]*")


class Office(Struct, frozen=True):
    """An office: where it stands in a text, and its kind."""

    start: int
    end: int
    kind: str


@remembered
def offices_in(text: str, tag: str) -> tuple[Office, ...]:
    """The offices of a text in the language of a BCP 47 tag, the longest at each place."""
    known = language(tag)
    found = [
        Office(*match.span(), _ranked(text, match, kind, known.tag))
        for kind, match in _kinds(known.tag).finditer(text)
    ]
    found.sort(key=lambda office: (office.start, -office.end, office.kind != DEPUTY))
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
def _kinds(tag: str) -> WordTable[str]:
    known = language(tag)
    return WordTable(
        {kind: tuple(sorted(each, key=len, reverse=True)) for kind, each in known.offices.items()},
        known.script,
    )
