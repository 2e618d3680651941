"""Fields (ECMA-376 part 1, 17.16): the stored result is shown, or another of about that length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.pages.tags import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from octavo.pages.reading import Reading

_KEPT = frozenset(
    """
    HYPERLINK QUOTE TOC TOA INDEX ADDIN BIBLIOGRAPHY CITATION MERGEFIELD LINK EMBED
    INCLUDEPICTURE SHAPE CONTROL PAGE NUMPAGES SECTIONPAGES SEQ TC XE RD ADVANCE PRIVATE COMMENTS
    """.split()  # noqa: SIM905 - a list of names reads best as words
)
"""Fields whose stored result has the length of what is shown."""
_LONGEST_NAME = 100
_LEAST_WORDS, _WORD = 2, 6
"""What a result may grow by comes in words of so many letters."""


class Fields:
    """Follows the complex fields of a story, which may run over several paragraphs."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._open: list[str | None] = []
        """The instruction of each field that is begun; None where it is still being read."""
        self._instruction = ""
        self._hidden = 0

    @property
    def is_hidden(self) -> bool:
        """Whether what stands here is not shown: an instruction, or a result that may go."""
        return None in self._open or self._hidden > 0

    def mark(self, element: _Element) -> str:
        """Take in a ``w:fldChar``; gives what the field may show beyond its stored result."""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._open.append(None)
            self._instruction = ""
        elif self._open:
            instruction = self._open.pop()
            if instruction is None:
                instruction = self._instruction
                self._hidden += may_go(instruction, element, self._reading)
            if kind == "separate":
                self._open.append(instruction)
            else:
                self._hidden -= may_go(instruction, element, self._reading)
                return more_of(instruction, self._reading)
        return ""

    def instruction(self, element: _Element) -> None:
        """Take in a ``w:instrText``; the name at the front is all that is asked."""
        if len(self._instruction) < _LONGEST_NAME:
            self._instruction += element.text or ""


def may_go(instruction: str, element: _Element, reading: Reading) -> bool:
    """Whether the result of a field counts for nothing at this end."""
    name = _name(instruction)
    return name not in _KEPT and reading.at_least(f"a field of the kind “{name}”", element)


def more_of(instruction: str, reading: Reading) -> str:
    """Words that stand for what a result may grow by; none at the least end."""
    if _name(instruction) in _KEPT or not reading.is_greatest:
        return ""
    return " 00000" * max(_LEAST_WORDS, len(instruction) // _WORD)


def _name(instruction: str) -> str:
    return (instruction.split() or [""])[0].upper()
