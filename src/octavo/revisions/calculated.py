"""Results of fields that a program calculates each time it opens the file: nobody typed them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml import qn

if TYPE_CHECKING:
    from lxml import etree

_CALCULATED: Final = frozenset(
    {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "DATE", "TIME", "FILENAME", "FILESIZE"}
)
"""Kinds of fields (ECMA-376, 17.16.5)."""
_CHAR: Final = qn("w:fldChar")
_CODE: Final = qn("w:instrText")
_TEXT: Final = qn("w:t")


def without_results(root: etree._Element) -> None:
    """Take the results of such fields out of a story."""
    for simple in root.iter(qn("w:fldSimple")):
        if _is_calculated(simple.get(qn("w:instr"), "")):
            for text in simple.iter(_TEXT):
                text.text = ""
    fields = _Fields()
    for element in root.iter(_CHAR, _CODE, _TEXT):
        fields.meet(element)


class _Fields:
    """The fields that are open at a place of a story: the code of each, and whether it is over."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []

    def meet(self, element: etree._Element) -> None:
        if element.tag == _TEXT:
            if any(shown and _is_calculated(code) for code, shown in self._open):
                element.text = ""
        elif element.tag == _CHAR:
            self._turn(element.get(qn("w:fldCharType"), ""))
        elif self._open:
            code, shown = self._open[-1]
            self._open[-1] = code + (element.text or ""), shown

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._open.append(("", False))
        elif self._open and kind == "separate":
            self._open[-1] = self._open[-1][0], True
        elif self._open:
            self._open.pop()


def _is_calculated(code: str) -> bool:
    return code.partition("\\")[0].strip().partition(" ")[0].upper() in _CALCULATED
