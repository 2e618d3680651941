"""What a cell holds: its stored value as text (ISO/IEC 29500-1, 18), and the names of its parts."""

from __future__ import annotations

import datetime as dt
import re

from lxml import etree
from msgspec import Struct

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HYPERLINK = f"{RELATIONSHIPS}/hyperlink"


def x(name: str) -> str:
    """The full name of an element of SpreadsheetML."""
    return f"{{{MAIN}}}{name}"


def whole(text: str | None) -> int:
    """The whole number that an attribute holds; 0 where it holds none."""
    return int(text) if text and text.isdecimal() else 0


def letters(column: int) -> str:
    """The name of a column, counted from 0: ``A``, ``Z``, ``AA``."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_of(name: str) -> int:
    """The number of a column, counted from 0."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


_BUILT_IN = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_UNSPOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_SIGN = re.compile(r"[ymdhs]", re.IGNORECASE)
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook knows no time zone
_EPOCH_1904 = dt.datetime(1904, 1, 1)  # noqa: DTZ001 - as above
_LAST = 2_958_465
"""9999-12-31, the last day that a spreadsheet can name."""
_LEAP_DAY = 60
"""The day after 1900-02-28 for a spreadsheet: 29 February of a year that had none."""


def date_styles(root: etree._Element | None) -> frozenset[int]:
    """The indices of the cell styles that show a number as a date or a time."""
    if root is None:
        return frozenset()
    custom = {
        whole(form.get("numFmtId")): _is_date(form.get("formatCode") or "")
        for form in root.iter(x("numFmt"))
    }
    styles = root.findall(f"{x('cellXfs')}/{x('xf')}")
    numbers = [whole(style.get("numFmtId")) for style in styles]
    return frozenset(
        index for index, number in enumerate(numbers) if custom.get(number, number in _BUILT_IN)
    )


def as_date(number: float, *, from_1904: bool) -> str:
    """A day as year-month-day, with the time where there is one; a time of day alone as such."""
    if not 0 <= number <= _LAST:
        return f"{number:g}"
    try:
        span = dt.timedelta(seconds=round(number * 86400))
        moment = (_EPOCH_1904 if from_1904 else _EPOCH) + span
    except OverflowError:
        return f"{number:g}"
    if number < 1:
        return f"{moment:%H:%M:%S}"
    if number < _LEAP_DAY and not from_1904:
        moment += dt.timedelta(days=1)
    midnight = moment.time() == dt.time()
    return moment.date().isoformat() if midnight else moment.isoformat(" ")


def _is_date(form: str) -> bool:
    return _DATE_SIGN.search(_UNSPOKEN.sub("", form.split(";", maxsplit=1)[0])) is not None


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
