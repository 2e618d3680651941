"""What a quotation may not join: two speakers, cells or items, or parts of two paragraphs."""

from __future__ import annotations

import re
from functools import cache
from heapq import merge
from operator import methodcaller
from typing import TYPE_CHECKING

from bluf.evidence.text import Edge
from bluf.languages import language, languages, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.evidence.match import Passage, Searchable
    from bluf.languages import WordPattern

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
    rf"^[ \t*_]*(?P<name>{_NAME}(?:[ ]{_NAME}){{0,4}}|[\u4e00-\u9fff]{{2,12}}"
    r"|[\u0600-\u06ff]+(?:[ ][\u0600-\u06ff]+){1,4})(?:[ ]\([^()\n]{1,60}\))?[ \t*_]*\n",
    re.MULTILINE,
)
"""A line of few words, which may name who speaks: “JANE DOE”, “Minister Doe”, “DOE (Norway)”."""
_ROMAN = re.compile("[IVXLC]+")
_SENTENCE_END = re.compile(r"[.!?。！？…؟:;][\"'”’»)\]]*\s*\Z")
_LONGEST = 200
_SHORTEST = 2

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
    named = any(name.split(" ")[-1].isupper() or _bears_title(name) for name in within)
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
    """Where some lines name who speaks, in order; lines right below each other are one name."""
    lines = (_SPEAKER.finditer(text, start, end), _NAME_ALONE.finditer(text, start, end))
    below = -1
    for line in merge(*lines, key=methodcaller("start")):
        if line.re is _SPEAKER or _is_name(text, line):
            if line.start() != below:
                yield line.start(), line["name"]
            below = line.end()


def _is_name(text: str, line: re.Match[str]) -> bool:
    """Whether a line names somebody: by a title, or in capitals that no small letters repeat."""
    first, _, last = line["name"].rpartition(" ")
    bare = re.sub(r"[-'’]", "", last)
    capitals = bare.isupper() and bare.isalpha()
    if capitals and re.search(rf"\b{last.lower()}\b", text):
        return False
    if capitals and first and (first.isupper() or _bears_title(first)):
        return True
    above = text[max(0, line.start() - _LONGEST) : line.start()].rstrip(" \t")
    if above and not (above.endswith("\n\n") or _SENTENCE_END.search(above)):
        return False
    if not capitals:
        return bool(first or not bare[:1].isupper()) and _bears_title(line["name"])
    short = len(bare) <= _SHORTEST or _ROMAN.fullmatch(bare)
    return not (short or any(map(_is_common, line["name"].split(" "))))


def _bears_title(name: str) -> bool:
    """Whether a name begins with “Mr”, “Minister”, “г-н” or the like, in any language."""
    return any(
        titles.search(name) if script == "Hani" else titles.match(name)
        for script, titles, _ in _words()
    )


def _is_common(word: str) -> bool:
    return any(common.stands_for(word) for _, _, common in _words())


@cache
def _words() -> tuple[tuple[str, WordPattern, WordPattern], ...]:
    """By language its script, its titles and offices, and the words that often bear a capital."""
    known = [language(tag) for tag in languages()]
    return tuple(
        (
            each.script,
            pattern((*each.people.honorifics, *each.people.roles), each.script),
            pattern(each.people.common, each.script),
        )
        for each in known
    )
