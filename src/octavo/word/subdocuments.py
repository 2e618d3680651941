"""Word files as values: their blocks, with all that these need, in the place of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from lxml import etree

from octavo.expressions import LIMITS, exceeded, unfit
from octavo.inputs import reason_of
from octavo.ooxml import (
    RELATIONSHIPS_TYPE,
    Holding,
    Merge,
    Package,
    PackageError,
    Part,
    qn,
    read_package,
    relationships_name,
    scrub,
    serialise,
)
from octavo.word.elements import ALTERNATE, BOOKMARK_END, BOOKMARK_START, DRAWING, ID, NAME, TABLE
from octavo.word.lists import split_numbering

if TYPE_CHECKING:
    from octavo.word.values import Subdocument

_EMPTY: Final = "<w:p/>"


class Numbers(Protocol):
    """What a rendering numbers: its relationships, lists, drawings and bookmarks."""

    def pointer(self, part: str, kind: str, target: str, *, external: bool) -> str:
        """The id of a relationship of a part."""

    def next_list(self) -> str:
        """A number that no list has yet."""

    def next_id(self) -> int:
        """A number that no drawing and no bookmark has yet."""

    def turn(self, name: str) -> int:
        """How often a name was asked for, this time included."""


class _Held(Holding):
    """What a rendering takes in: its relationships and lists are numbered with the others."""

    def __init__(self, package: Package, rendering: Numbers) -> None:
        super().__init__(package)
        self._rendering = rendering

    def point(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a relationship that the rendering adds."""
        address = target if external else f"/{target}"
        return self._rendering.pointer(part, kind, address, external=external)

    def declare(self, part: str, root: etree._Element) -> None:
        """Each block has its prefixes with it."""

    def next_list(self, _numbering: etree._Element) -> str:
        """A number that no list of the rendering has."""
        return self._rendering.next_list()


class Grafts:
    """The files that one rendering has taken in."""

    def __init__(self, package: Package, rendering: Numbers) -> None:
        self._rendering = rendering
        self._held = _Held(package, rendering)
        self._merge = Merge(package, self._held)
        self._taken = 0

    def blocks(self, value: Subdocument, part: str) -> str:
        """The blocks of a file, for a part.

        Raises:
            FaultError: It is no Word file, not a safe one, or one with notes.
        """
        other = _read(value)
        root = other.parts[other.main].root
        if next(root.iter(qn("w:footnoteReference"), qn("w:endnoteReference")), None) is not None:
            hint = "include the file in the template instead: {% include … %}"
            raise unfit(f"{value.name} has footnotes or endnotes, which no value can bring", hint)
        blocks = self._merge.take(other, part)
        self._taken += len(blocks)
        if self._taken > LIMITS.included:
            raise exceeded(f"the files taken in have more than {LIMITS.included:,} blocks")
        for block in blocks:
            self._renumber(block)
        texts = [_text(block, root) for block in blocks]
        before = [_EMPTY] if blocks and blocks[0].tag == TABLE else []
        behind = [_EMPTY] if not blocks or blocks[-1].tag == TABLE else []
        return "".join((*before, *texts, *behind))

    def _renumber(self, block: etree._Element) -> None:
        """Give drawings and bookmarks numbers of their own."""
        numbers: dict[str, str] = {}
        for element in block.iter(DRAWING, BOOKMARK_START, BOOKMARK_END):
            if element.tag == DRAWING:
                element.set("id", str(self._rendering.next_id()))
                continue
            key, name = element.get(ID) or "", element.get(NAME) or ""
            if element.tag == BOOKMARK_START:
                numbers[key] = str(self._rendering.next_id())
                turn = self._rendering.turn(name)
                element.set(NAME, f"{name}_{turn}" if turn > 1 else name)
            element.set(ID, numbers.get(key, key))

    def numbering(self, part: str) -> tuple[str, str] | None:
        """The part of lists with those that came, around where one is added; None if none came."""
        root = self._held.changed.get(part)
        return None if root is None else split_numbering(root)

    def parts(self, rendered: str) -> tuple[dict[str, bytes], list[Part]]:
        """The parts that were changed, but the one that is rendered, and those that were added."""
        changed, added = self._held.changed, dict(self._held.added)
        for part, root in self._held.relationships().items():
            name = relationships_name(part)
            added[name] = Part(name, RELATIONSHIPS_TYPE, root=root)
        left = {rendered, *added}
        texts = {name: serialise(root) for name, root in changed.items() if name not in left}
        return texts, [*added.values()]


def _read(value: Subdocument) -> Package:
    try:
        package = read_package(value.data, value.name)
    except OSError as error:
        raise unfit(f"{value.name} cannot be read: {reason_of(error)}") from error
    except PackageError as error:
        first = error.findings[0]
        raise unfit(f"{value.name} cannot be set in: {first.message}", first.hint) from error
    return scrub(package, lambda _: False).package


def _text(block: etree._Element, root: etree._Element) -> str:
    """A block as XML; where values name prefixes, these are in scope."""
    if next(block.iter(ALTERNATE), None) is not None:
        spaced = etree.Element(block.tag, dict(block.attrib), nsmap=root.nsmap)
        spaced.extend(list(block))
        block = spaced
    return etree.tostring(block, encoding="unicode", with_tail=False)
