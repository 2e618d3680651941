"""A quotation that was found in its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.evidence.text import Sight

if TYPE_CHECKING:
    from bluf.evidence.match import Passage, Searchable
    from octavo.location import Location


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
