"""What a cell holds: its stored value as text (ISO/IEC 29500-1, 18.3.1.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.data.formats.xlsx.names import whole, x
from bluf.data.formats.xlsx.styles import as_date

if TYPE_CHECKING:
    from lxml import etree

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


class CellError(ValueError):
    """A cell that holds nothing that can be read; says why, and the remedy."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class SharedCells(Struct, frozen=True):
    """What the cells of a workbook refer to: its strings, and the styles that are dates."""

    strings: tuple[str, ...]
    date_styles: frozenset[int]
    from_1904: bool

    def text(self, cell: etree._Element) -> str | None:
        """The stored value of a cell, or None where it is empty.

        Raises:
            CellError: It holds a formula that was never calculated, or an error.
        """
        kind, value = cell.get("t") or "n", cell.findtext(x("v"))
        if value is None and cell.find(x("f")) is not None:
            raise CellError(
                "this cell holds a formula that was never calculated",
                "open the workbook in Excel and save it, or write the value itself",
            )
        if kind == "inlineStr":
            inline = cell.find(x("is"))
            return None if inline is None else text_of(inline)
        if value is None:
            return None
        return self._value(kind, value, cell)

    def _value(self, kind: str, value: str, cell: etree._Element) -> str:
        if kind == "s":
            return self._shared(value)
        if kind == "e":
            raise CellError(
                f"this cell holds the error “{value}”", "put the formula right, or write the value"
            )
        if kind == "b":
            return "true" if value == "1" else "false"
        if kind == "n":
            return self._number(value, whole(cell.get("s")))
        return unescaped(value)

    def _shared(self, value: str) -> str:
        index = int(value) if value.isdecimal() else len(self.strings)
        if index >= len(self.strings):
            raise CellError(
                "this cell refers to a text that the workbook does not hold",
                "open the workbook in Excel and save it",
            )
        return self.strings[index]

    def _number(self, value: str, style: int) -> str:
        try:
            number = float(value)
        except ValueError:
            return value
        if style in self.date_styles:
            return as_date(number, from_1904=self.from_1904)
        return str(int(number)) if number.is_integer() else value


def text_of(element: etree._Element) -> str:
    """The text of a string with or without runs, without its phonetic guides."""
    parts = [element.findtext(x("t")) or ""]
    parts += [run.findtext(x("t")) or "" for run in element.iterfind(x("r"))]
    return unescaped("".join(parts))


def unescaped(text: str) -> str:
    """The text with ``_x000A_`` as the character it stands for; line ends as LF."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")
