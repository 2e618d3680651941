"""The styles of a Word file: which there are, and what each is based on (ISO/IEC 29500-1, 17.7).

A cell lies in parts of a table style (17.4.55, 17.7.6, 17.18.89).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree
from msgspec import Struct

from octavo.ooxml.names import STYLES, qn

if TYPE_CHECKING:
    from octavo.ooxml.package import Package


_OFF: Final = frozenset({"0", "false", "off"})
_VAL: Final = qn("w:val")
_NAME: Final = qn("w:name")
_BASED_ON: Final = qn("w:basedOn")
PARAGRAPH_STYLE: Final = f"{qn('w:pPr')}/{qn('w:pStyle')}"
TABLE_STYLE: Final = f"{qn('w:tblPr')}/{qn('w:tblStyle')}"
"""Where a paragraph and a table name their style."""


def is_on(element: etree._Element) -> bool:
    """Whether an on/off property is on (ISO/IEC 29500-1, 17.17.4); without a value it is."""
    return element.get(_VAL, "1").lower() not in _OFF


class StyleSheet(Struct, frozen=True, dict=True):
    """The styles of a file.

    Attributes:
        by_id: Each style by its id; of several of one id the first.
        default: The id of the style that applies where none is named, by kind.
        defaults: ``w:rPr`` and ``w:pPr`` that hold where no style speaks.
    """

    by_id: Mapping[str, etree._Element]
    default: Mapping[str, str]
    defaults: tuple[etree._Element, ...] = ()

    def known(self, style: str | None, kind: str) -> str:
        """A style where it exists, else the default one of that kind."""
        name = style or ""
        return name if name in self.by_id else self.default.get(kind, "")

    def chain(self, style: str | None, known: Container[str] = ()) -> Iterator[etree._Element]:
        """A style and those that it is based on, the nearest first; a circle ends where it began.

        It ends before those that are ``known`` too.
        """
        seen: set[str] = set()
        name = style or ""
        while name in self.by_id and name not in seen and name not in known:
            seen.add(name)
            element = self.by_id[name]
            yield element
            name = value_of(element, _BASED_ON)

    def name(self, style: str) -> str:
        """The name of a style, which is the same in every language of Word: ``heading 1``."""
        element = self.by_id.get(style)
        return "" if element is None else value_of(element, _NAME)

    def named(self, *names: str) -> frozenset[str]:
        """The ids of the styles of these names, in whatever letter case."""
        return frozenset(one for name in names for one in self._ids.get(name.casefold(), ()))

    @cached_property
    def _ids(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for style in self.by_id:
            found[self.name(style).casefold()].append(style)
        return found


def style_sheet(package: Package) -> StyleSheet:
    """The styles of a package; none where it has no part for them."""
    names = package.related(package.main, STYLES)
    return read_styles(package.parts[names[0]].root if names else None)


def read_styles(root: etree._Element | None) -> StyleSheet:
    """The styles of a part."""
    if root is None:
        return StyleSheet({}, {})
    by_id: dict[str, etree._Element] = {}
    default: dict[str, str] = {}
    for style in root.iterchildren(qn("w:style")):
        name = style.get(qn("w:styleId"), "")
        by_id.setdefault(name, style)
        if style.get(qn("w:default"), "0").lower() not in _OFF:
            default[style.get(qn("w:type"), "paragraph")] = name  # the last one counts (17.7.4.17)
    return StyleSheet(by_id, default, tuple(root.iterfind(f"{qn('w:docDefaults')}/*/*")))


def value_of(holder: etree._Element | None, path: str) -> str:
    """The ``w:val`` of the first child on a path; empty where there is none."""
    found = None if holder is None else holder.find(path)
    return "" if found is None else found.get(_VAL, "")


_BITS: Final = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
_ON: Final = frozenset({"1", "true", "on"})
_CORNERS: Final = (
    ("nwCell", "firstRow", "firstCol"),
    ("neCell", "firstRow", "lastCol"),
    ("swCell", "lastRow", "firstCol"),
    ("seCell", "lastRow", "lastCol"),
)


class CellPosition(NamedTuple):
    """Where a cell stands: its row of so many rows, its cell of so many cells, from 0."""

    row: int
    rows: int
    cell: int
    cells: int


def shown_parts(
    look: etree._Element | None, unsaid: frozenset[str], *, named_first: bool
) -> frozenset[str]:
    """What ``w:tblLook`` turns on, by its single attributes and its bit field.

    ``unsaid`` holds without it; ``named_first`` says which counts where it says both.
    """
    if look is None:
        return unsaid
    bits = look.get(qn("w:val"))
    try:
        field = int(bits or "0", 16)
    except ValueError:
        field = 0
    return frozenset(
        name
        for name, bit in _BITS.items()
        for said in (look.get(qn(f"w:{name}")),)
        if (
            said.lower() in _ON
            if said is not None and (named_first or bits is None)
            else field & bit
        )
    )


def parts_of(
    position: CellPosition, shown: frozenset[str], row_band: int = 1, column_band: int = 1
) -> frozenset[str]:
    """All parts of a table that a cell lies in, of those that the table shows.

    Bands are counted from the row after a first row that is set apart, and likewise for columns.
    """
    row = position.row - ("firstRow" in shown)
    column = position.cell - ("firstColumn" in shown)
    last_row, last = position.row == position.rows - 1, position.cell == position.cells - 1
    candidates = (
        (_band(row, row_band, "Horz"), row >= 0 and "noHBand" not in shown),
        (_band(column, column_band, "Vert"), column >= 0 and "noVBand" not in shown),
        ("lastCol", last and "lastColumn" in shown),
        ("firstCol", not position.cell and "firstColumn" in shown),
        ("lastRow", last_row and "lastRow" in shown),
        ("firstRow", not position.row and "firstRow" in shown),
    )
    found = {name for name, holds in candidates if holds}
    return frozenset(found | {corner for corner, *both in _CORNERS if found.issuperset(both)})


def _band(at: int, size: int, direction: str) -> str:
    return f"band{1 + at // max(1, size) % 2}{direction}"
