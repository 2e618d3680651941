"""What a quotation may not join: two speakers, cells or items, or parts of two paragraphs."""

from __future__ import annotations

import re
from functools import cache
from heapq import merge
from operator import methodcaller
from typing import TYPE_CHECKING

from bluf.evidence.text import Edge
from bluf.languages import language, languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.evidence.match import Passage, Searchable

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЀ-Џ"
_NAME = rf"[{_CAPITAL}][\w.'’-]*"
_SPEAKER = re.compile(
    rf"^[ \t>*_#-]*(?P<name>{_NAME}(?:[ ](?:{_NAME}|of|the|de|du|van|von|und|and)){{0,6}}"
    r"(?:[ ]\([^()\n]{1,60}\))?|[\u4e00-\u9fff]{1,12}|[\u0600-\u06ff][\u0600-\u06ff ]{1,40})"
    r"[*_]*\s?[:：]",
    re.MULTILINE,
)
"""A line that begins with who speaks: “MR. PRICE:”, “Minister Novak:”, “Q:”."""
_NAME_ALONE = re.compile(
    rf"^[ \t*_]*(?P<name>{_NAME}(?:[ ]{_NAME}){{1,4}})(?:[ ]\([^()\n]{{1,60}}\))?[ \t*_]*\n",
    re.MULTILINE,
)
"""A line of few words, which may name who speaks: “JANE DOE”, “Ms DOE”, “JANE DOE (Norway)”."""
_SENTENCE_END = re.compile(r"[.!?。！？…؟:;][\"'”’»)\]]*\s*\Z")
_LONGEST = 200

_SAYS = {
    Edge.CELL: "it joins two cells of a table",
    Edge.ITEM: "it joins two items of a list",
    Edge.BOX: "it joins two boxes that stand apart on the page",
    Edge.PARAGRAPH: "it joins two paragraphs within a sentence",
}


def joins(source: Searchable, passage: Passage) -> str:
    """Why the passage is no quotation of one text; empty where nothing speaks against it.

    An omission may be marked between paragraphs, cells and items; between two speakers it may not.
    """
    text = source.source.text
    for part in passage.parts:
        start, end = source.span(*part)
        for offset, edge in source.source.edges_in(start, end):
            ended = _SENTENCE_END.search(text[max(start, offset - _LONGEST) : offset])
            if edge is not Edge.PARAGRAPH or not ended:
                return _SAYS[edge]
    begin, end = source.span(passage.start, passage.end)
    within = [name for _, name in _speakers(text, begin + 1, end)]
    named = any(name.isupper() or name.partition(" ")[0].lower() in _titles() for name in within)
    return _two_speakers(text, begin, end) if named or (within and passage.gaps) else ""


def _two_speakers(text: str, begin: int, end: int) -> str:
    speaker = None
    for offset, name in _speakers(text, 0, end):
        if offset <= begin:
            speaker = name
        elif speaker and name != speaker:
            return f"it joins the words of {speaker} and of {name}"
    return ""


def _speakers(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where some lines name who speaks, in order."""
    lines = (_SPEAKER.finditer(text, start, end), _NAME_ALONE.finditer(text, start, end))
    for line in merge(*lines, key=methodcaller("start")):
        if line.re is _SPEAKER or _is_name(text, line["name"]):
            yield line.start(), line["name"]


def _is_name(text: str, line: str) -> bool:
    """Whether a line in capitals is a name, whose end no word in small letters repeats."""
    first, _, last = line.rpartition(" ")
    capitals = last.isupper() and last.isalpha()
    return (
        capitals
        and (first.isupper() or first.lower() in _titles())
        and not re.search(rf"\b{last.lower()}\b", text)
    )


@cache
def _titles() -> frozenset[str]:
    """“Mr”, “Frau”, “г-н”, in any language: who speaks may bear the title of another one."""
    return frozenset(each for tag in languages() for each in language(tag).people.honorifics)
