"""The order of findings: that of the file, or of the sheets of a workbook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.data.tables.sheets import SHEETS, sheet_named
from octavo.location import SheetLocation, TextLocation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from octavo.finding import Finding
    from octavo.location import Location

_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order in which their places stand."""
    return sorted(findings, key=lambda finding: _position(finding.location))


def _position(location: Location) -> tuple[str, int, int, int, str]:
    match location:
        case TextLocation(path, line, column):
            return path, 0, line, column, ""
        case SheetLocation(path, title, cell):
            sheet = sheet_named(title)
            match = _ADDRESS.fullmatch(cell)
            letters, row = (match[1], int(match[2])) if match else ("", 0)
            return path, SHEETS.index(sheet) if sheet else 0, row, len(letters), letters
        case _:
            return location.path, 0, 0, 0, ""
