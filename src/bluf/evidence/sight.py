"""A quotation that was found in its source, and whether a reader of that sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.evidence.shown import shown
from bluf.evidence.text import Sight
from octavo.finding import Finding, Level
from octavo.location import Location

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.evidence.citation import Citation
    from bluf.evidence.match import Passage, Searchable
    from bluf.evidence.passage import Remark


def sight_findings(data_file: DataFile, citation: Citation, hit: Hit) -> list[Finding]:
    """What `sight_remarks` says, at the quotation; a person who saw it decides what we cannot."""
    place = data_file.places.at(*citation.quote_path)
    excerpt = data_file.excerpt(place)
    return [
        Finding(rule, level, message, place, hint, excerpt)
        for rule, level, message, hint in sight_remarks(hit, citation.evidence.quote)
        if not (rule == _UNDECIDED and citation.evidence.seen_by)
    ]


def sight_remarks(hit: Hit, quote: str) -> list[Remark]:
    """An error where the words are not seen together, a warning where that cannot be decided."""
    words = shown(quote)
    if hit.joined:
        message = f"{words} is not one passage of its source ({hit.place}): {hit.joined}"
        return [("quote-joins-texts", Level.ERROR, message, "give a quotation of each")]
    if hit.sight.hidden:
        message = f"no reader of its source sees {words} ({hit.place}): {hit.sight.hidden}"
        return [("quote-not-seen", Level.ERROR, message, "quote what the source shows")]
    doubts = [
        f"it is not certain that a reader sees {words} ({hit.place}): {doubt}"
        for doubt in hit.sight.doubts
    ]
    said = [f"{words} ({hit.place}): {remark}" for remark in hit.sight.remarks]
    return [
        *((_UNDECIDED, Level.WARNING, doubt, _LOOK) for doubt in doubts),
        *(("quote-read-by-machine", Level.NOTE, remark, _COMPARE) for remark in said),
    ]


_UNDECIDED = "visibility-undecided"
_LOOK = "look at the passage, and say who saw it: “seen_by” on the evidence"
_COMPARE = "compare the words with the picture of the page"


class Hit(Struct, frozen=True):
    """A quotation that was found: in which reading of its source, where, and how it is seen.

    Attributes:
        source: The reading.
        passages: Where it stands, the passage that is meant first.
        sight: What a reader sees of that passage.
        joined: Why the passage is no quotation of one text; empty where it is one.
    """

    source: Searchable
    passages: tuple[Passage, ...]
    sight: Sight = Sight()
    joined: str = ""

    @property
    def stands(self) -> bool:
        """Whether a reader of the source sees these words together."""
        return not (self.sight.hidden or self.joined)

    @property
    def place(self) -> Location:
        """Where the passage that is meant begins."""
        return self.source.place(self.passages[0].start)
