"""What a quotation may not join: two speakers, cells or items, or parts of two paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.evidence.text import Edge

if TYPE_CHECKING:
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
    within = _SPEAKER.finditer(text, begin + 1, end)
    spoken = passage.gaps or any(each["name"].isupper() for each in within)
    return _two_speakers(source, passage) if spoken else ""


def _two_speakers(source: Searchable, passage: Passage) -> str:
    text = source.source.text
    start, end = source.span(passage.start, passage.end)
    speaker = None
    for match in _SPEAKER.finditer(text, 0, end):
        if match.start() <= start:
            speaker = match["name"]
        elif speaker and match["name"] != speaker:
            return f"it joins the words of {speaker} and of {match['name']}"
    return ""
