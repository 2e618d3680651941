"""What of a file is settled before any data; whatever renders stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from octavo.expressions import Item
    from octavo.word.lists import Lists


class NotePart(Struct, frozen=True):
    """The part of one kind of note.

    Attributes:
        name: Its name.
        head: Its XML up to the first note that the text refers to.
        tail: Its XML behind the last one.
        notes: The text and steps of each note, by its number in the template.
        first: The first number that a note may have.
    """

    name: str
    head: str
    tail: str
    notes: dict[str, list[Item]]
    first: int


class Scaffold(Struct, frozen=True):
    """What of a file is settled before any data.

    Attributes:
        relationships: Relationship parts as they begin, by the part they start from.
        pointer_ids: The ids of the relationships that are kept, by the part they start from.
        notes: The parts of footnotes, endnotes and comments, by kind.
        lists: The lists of the template.
        numbering: The name of the numbering part, and its XML around where a list is added.
        last: The highest number of a drawing or bookmark.
        link_style: The id of the character style of links; empty where there is none.
        room: The width of the text in English metric units; 0 where no section says it.
        stem: What no id of a relationship and no name of a picture begins with.
    """

    relationships: Mapping[str, str]
    pointer_ids: Mapping[str, frozenset[str]]
    notes: dict[str, NotePart]
    lists: Lists
    numbering: tuple[str, tuple[str, str]] | None
    last: int
    link_style: str
    stem: str
    room: int
