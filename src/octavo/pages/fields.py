"""Fields (ECMA-376 part 1, 17.16): the stored result is shown, if it keeps its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.pages.obstacles import Unmeasurable
from octavo.pages.tags import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_KEPT = {"PAGE", "NUMPAGES", "SECTIONPAGES", "HYPERLINK", "SEQ", "QUOTE", "TC", "XE", "ADVANCE"}
"""Fields whose result is shown as it is stored, or is about as long when counted anew."""


_LONGEST_NAME = 100


class Fields:
    """Follows the complex fields of a story, which may run over several paragraphs."""

    def __init__(self) -> None:
        self._codes: list[bool] = []
        self._instruction = ""
        self._open = 0

    @property
    def in_code(self) -> bool:
        """Whether what stands here is a field's instruction, which is not shown."""
        return self._open > 0

    def mark(self, element: _Element) -> None:
        """Take in a ``w:fldChar``."""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._codes.append(True)
            self._open += 1
            self._instruction = ""
        elif self._codes:
            if self._codes.pop():
                self._open -= 1
                require_kept(self._instruction, element)
            if kind == "separate":
                self._codes.append(False)

    def instruction(self, element: _Element) -> None:
        """Take in a ``w:instrText``; the name at the front is all that is asked."""
        if len(self._instruction) < _LONGEST_NAME:
            self._instruction += element.text or ""


def require_kept(instruction: str, element: _Element) -> None:
    """Refuse a field whose result may change its length when the file is opened."""
    name = (instruction.split() or [""])[0].upper()
    if name not in _KEPT:
        raise Unmeasurable(f"a field of the kind “{name}”", element)
