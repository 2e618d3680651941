"""Names of DrawingML and PresentationML, and their numbers."""

from __future__ import annotations

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CELL, TABLE, GROUP = f"{A}tc", f"{A}tbl", f"{P}grpSp"
LINE, INK = f"{P}cxnSp", f"{P}contentPart"
SHAPES = (f"{P}sp", f"{P}pic", f"{P}graphicFrame", LINE, INK)
ON = frozenset({"1", "true"})
EMU = 12_700
"""A point."""


def whole(value: str | None) -> int:
    """A whole number; 0 for anything else."""
    return int(value) if value and value.lstrip("-").isdecimal() else 0


def above(element: etree._Element, name: str) -> etree._Element | None:
    """The nearest element of a name that holds another."""
    return next(element.iterancestors(name), None)
