"""What one rendering stands on, and what it gathers: links, pictures, notes, numbers given out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from octavo.expressions import Item, unfit
from octavo.ooxml import HYPERLINK, IMAGE, NAMESPACES, Package, Part, is_web_link
from octavo.word.lists import Lists, new_list

if TYPE_CHECKING:
    from octavo.word.subdocuments import Grafts
    from octavo.word.values import Look, Picture

_LINK_COLOR: Final = "0563C1"


class Pointer(Struct, frozen=True):
    """A relationship that rendering adds to a part."""

    id: str
    type: str
    target: str
    external: bool


class Rendering:
    """The state of one rendering; each has its own.

    Attributes:
        media: Picture files to add, by their check sum.
        notes: The notes that were referred to, by kind, in order.
        comments: The current number of each comment.
        bookmarks: The current number of each bookmark in a loop.
        copies: The name of each bookmark in the current item of its loop.
        boxes: The content of text boxes that are written twice.
        lists: The lists that were begun, as XML.
        labels: The merged labels that have begun in their table.
        labelled: Those of them that have been printed.
        tables: Whether a table came last, by the number of what holds it.
    """

    def __init__(self, frame: Scaffold, package: Package) -> None:
        self.media: dict[str, Part] = {}
        self.notes: dict[str, list[str]] = {kind: [] for kind in frame.notes}
        self.comments: dict[str, int] = {}
        self.bookmarks: dict[tuple[str, str], int] = {}
        self.copies: dict[str, str] = {}
        self.boxes: dict[int, str] = {}
        self.lists: list[str] = []
        self.tables: dict[int, bool] = {}
        self.labels: set[int] = set()
        self.labelled: set[int] = set()
        self._frame = frame
        self._package = package
        self._last_list = frame.lists.last
        self._last = frame.last
        self._turns: Counter[str] = Counter()
        self._note_numbers = {kind: part.first - 1 for kind, part in frame.notes.items()}
        self._pointers: dict[str, dict[tuple[str, str], Pointer]] = {}
        self._current_lists: dict[int, dict[str, str]] = {}

    def next_id(self) -> int:
        """A number that no drawing and no bookmark has yet."""
        self._last += 1
        return self._last

    def next_list(self) -> str:
        """A number that no list has yet."""
        self._last_list += 1
        return str(self._last_list)

    @cached_property
    def grafts(self) -> Grafts:
        """The Word files that are taken in as values."""
        from octavo.word.subdocuments import Grafts  # few records hold one

        return Grafts(self._package, self)

    @property
    def has_grafts(self) -> bool:
        """Whether there are any."""
        return "grafts" in self.__dict__

    def turn(self, name: str) -> int:
        """How often a name was asked for, this time included."""
        self._turns[name] += 1
        return self._turns[name]

    def next_name(self, name: str, longest: int) -> str:
        """The name of the next copy of a bookmark: the first keeps its own."""
        turn = self.turn(name)
        end = f"_{turn}" if turn > 1 else ""
        return name[: longest - len(end)] + end

    def linked(self, look: Look) -> Look:
        """The look of a link, where it has none of its own."""
        if look.style or look.color or look.underline:
            return look
        if self._frame.link_style:
            return replace(look, style=self._frame.link_style)
        return replace(look, color=_LINK_COLOR, underline=True)

    def link(self, address: str, part: str, runs: str) -> str:
        """Runs that lead to an address.

        Raises:
            FaultError: The address is none that a document may lead to.
        """
        pointer = self.pointer(part, HYPERLINK, checked_address(address), external=True)
        space = f'xmlns:r="{NAMESPACES["r"]}"'
        return f'<w:hyperlink {space} r:id="{pointer}">{runs}</w:hyperlink>'

    def picture(self, picture: Picture, part: str, room: int = 0) -> str:
        """The drawing of a picture, in a cell or box of a width, or in the width of the text.

        Raises:
            FaultError: The file is no picture that can be read.
        """
        from octavo.word.pictures import drawing, load  # few briefs hold a picture

        image = load(picture)
        media = self.media.get(image.sha1)
        if media is None:
            name = f"word/media/{self._frame.stem}{len(self.media) + 1}.{image.ext}"
            media = Part(name, image.content_type, data=image.blob)
            self.media[image.sha1] = media
        pointer = self.pointer(part, IMAGE, f"/{media.name}", external=False)
        room = room or self._frame.room
        return drawing(picture, image, pointer, self.next_id(), room)

    def pointer(self, part: str, kind: str, target: str, *, external: bool) -> str:
        """The id of a relationship of a part, one for each target."""
        pointers = self._pointers.setdefault(part, {})
        key = kind, target
        if key not in pointers:
            number = f"{self._frame.stem}{len(pointers) + 1}"
            pointers[key] = Pointer(number, kind, target, external)
        return pointers[key].id

    def pointers_of(self, part: str) -> Iterator[Pointer]:
        """The relationships to add to a part."""
        yield from self._pointers.get(part, {}).values()

    def points_from(self, part: str) -> bool:
        """Whether there are relationships to add to a part."""
        return part in self._pointers

    def note_number(self, kind: str, key: str) -> int:
        """The number of the next note; of a comment, the one its range began with."""
        if kind == "comment" and key in self.comments:
            return self.comments.pop(key)
        self._note_numbers[kind] += 1
        return self._note_numbers[kind]

    def begin_comment(self, key: str) -> int:
        """The number of a comment whose range begins."""
        self._note_numbers["comment"] += 1
        self.comments[key] = self._note_numbers["comment"]
        return self.comments[key]

    def list_of(self, scope: int, number: str) -> str:
        """The list that takes another one's place within the current item of a loop."""
        current = self._current_lists.setdefault(scope, {})
        if number not in current:
            current[number] = self.next_list()
            self.lists.append(new_list(current[number], number, self._frame.lists))
        return current[number]

    def restart(self, scope: int) -> None:
        """Begin an item of a loop: its lists start again."""
        self._current_lists.pop(scope, None)


def checked_address(address: str) -> str:
    """An address that a document may lead to.

    Raises:
        FaultError: It is empty, its scheme is neither http, https, mailto nor tel, or it looks like
            another address.
    """
    if not address.strip() or not is_web_link(address):
        hint = "a link leads to http, https, mailto or tel, and no name stands before its host"
        raise unfit(f"“{address[:40]}” is not an address that a link may lead to", hint)
    return address


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
