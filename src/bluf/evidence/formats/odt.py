"""OpenDocument texts (ISO/IEC 26300): what LibreOffice shows of the body, its notes and its tables.

Left out are tracked deletions, hidden paragraphs, sections and text, struck text, and letters in
the colour of their ground. Styles are followed to what they are based on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.evidence.archive import members, no_text, root
from bluf.evidence.gathering import Piece, gathered
from bluf.evidence.text import Edge
from octavo.location import WordLocation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from bluf.evidence.text import SourceText

_NAMES = {
    name: f"{{urn:oasis:names:tc:opendocument:xmlns:{space}:1.0}}"
    for name, space in {
        "text": "text", "office": "office", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
}  # fmt: skip
_TEXT, _OFFICE, _TABLE, _STYLE, _FO = (
    _NAMES[name] for name in ("text", "office", "table", "style", "fo")
)
_BLOCKS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_UNSEEN = frozenset(
    {
        *(
            f"{_TEXT}{name}"
            for name in ("tracked-changes", "hidden-text", "note-citation", "script")
        ),
        *(f"{_OFFICE}{name}" for name in ("annotation", "forms", "scripts")),
        *(f"{_TEXT}{name}" for name in ("sequence-decls", "variable-decls", "user-field-decls")),
    }
)
_DEEPEST = 40
_PAPER, _INK = "#ffffff", "#000000"
_CLEAR = 24
_SMALLEST = 3.0


class _Styles(Struct, frozen=True):
    by_name: Mapping[str, etree._Element]

    def value(self, name: str | None, attribute: str) -> str | None:
        """What a style, or one that it is based on, gives to a property of its text."""
        for _ in range(_DEEPEST):
            style = self.by_name.get(name or "")
            if style is None:
                return None
            for properties in style:
                if attribute in properties.attrib:
                    return str(properties.get(attribute))
            name = style.get(f"{_STYLE}parent-style-name")
        return None

    def hides(self, names: tuple[str | None, ...]) -> str:
        """Why text in these styles, the nearest first, is not seen; empty where it is."""

        def first(attribute: str) -> str | None:
            return next(filter(None, (self.value(name, attribute) for name in names)), None)

        if first(f"{_TEXT}display") == "none":
            return "hidden"
        if first(f"{_STYLE}text-line-through-style") not in {None, "none"}:
            return "struck"
        size = first(f"{_FO}font-size") or ""
        if size.endswith("pt") and float(size[:-2]) < _SMALLEST:
            return "small"
        given = first(f"{_FO}color") or _INK
        ground = first(f"{_FO}background-color")
        ground = _PAPER if ground in {None, "transparent"} else str(ground)
        if first(f"{_STYLE}use-window-font-color") == "true":
            return ""
        return "clear" if _apart(given, ground) < _CLEAR else ""


def _apart(one: str, other: str) -> int:
    """How much two colours differ, of 255."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return max(abs(here - there) for here, there in pairs)


def read(data: bytes, path: str) -> SourceText:
    """The visible text of an OpenDocument text.

    Raises:
        SourceError: What the gate found, or ``source-unreadable`` for a file without text.
    """
    found = members(data, path)
    content = root(found, "content.xml", path)
    trees = [content, *([root(found, "styles.xml", path)] if "styles.xml" in found else [])]
    styles = _Styles(
        {
            style.get(f"{_STYLE}name", ""): style
            for tree in reversed(trees)
            for style in tree.iter(f"{_STYLE}style", f"{_TEXT}style")
        }
    )
    text = gathered(path, list(_Reader(path, styles).pieces(content)))
    if not text.text.strip():
        raise no_text(path)
    return text


class _Reader:
    """Reads the paragraphs of a document in their order."""

    def __init__(self, path: str, styles: _Styles) -> None:
        self._path = path
        self._styles = styles
        self._count = 0

    def pieces(self, content: etree._Element) -> Iterator[Piece]:
        body = content.find(f"{_OFFICE}body")
        for block, edge in () if body is None else self._blocks(body, Edge.PARAGRAPH):
            name = block.get(f"{_TEXT}style-name")
            words = "".join(self._words(block, (name,)))
            if words.strip():
                self._count += 1
                place = WordLocation(self._path, "body", (("paragraph", self._count),))
                yield Piece(words, place)
                yield Piece("\n", place, edge=edge)

    def _blocks(self, holder: etree._Element, edge: Edge) -> Iterator[tuple[etree._Element, Edge]]:
        """The paragraphs below an element, each with what ends after it."""
        for child in holder:
            if child.tag in _UNSEEN or child.get(f"{_TEXT}display") == "none":
                continue
            if child.tag in _BLOCKS:
                yield child, edge
                for note in child.iter(f"{_TEXT}note-body", f"{_NAMES['draw']}text-box"):
                    yield from self._blocks(note, Edge.PARAGRAPH)
            else:
                inner = {f"{_TABLE}table-cell": Edge.CELL, f"{_TEXT}list-item": Edge.ITEM}
                yield from self._blocks(child, inner.get(str(child.tag), edge))

    def _words(self, holder: etree._Element, names: tuple[str | None, ...]) -> Iterator[str]:
        seen = not self._styles.hides(names)
        yield (holder.text or "") if seen else ""
        for child in holder:
            if child.tag in {f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"}:
                yield "\n" if child.tag == f"{_TEXT}line-break" else " "
            elif child.tag not in {*_UNSEEN, f"{_TEXT}note", f"{_NAMES['draw']}frame"}:
                yield from self._words(child, (child.get(f"{_TEXT}style-name"), *names))
            yield (child.tail or "") if seen else ""
