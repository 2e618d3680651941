"""Results of fields that a program calculates each time it opens the file: nobody typed them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml import fields_in

if TYPE_CHECKING:
    from lxml import etree

_CALCULATED: Final = frozenset(
    {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "DATE", "TIME", "FILENAME", "FILESIZE"}
)
"""Kinds of fields (ECMA-376, 17.16.5)."""


def without_results(root: etree._Element) -> None:
    """Take the results of such fields out of a story."""
    for field in fields_in(root):
        if field.code.partition("\\")[0].strip().partition(" ")[0].upper() in _CALCULATED:
            for text in field.texts:
                text.text = ""
