"""How a paragraph is set out may hide it: its indents, tabs, frame and the height of its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml.names import qn
from octavo.ooxml.sight.layers import attribute, first
from octavo.ooxml.sight.shapes import integer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from octavo.ooxml.sight.formatting import Verdict

FAR_TWIPS: Final = 12_000
_LOWEST: Final = 60
"""Twentieths of a point: a line or a row of this height shows no word."""
_CUT: Final = 0.6
"""A line of less than this share of the height of its letters cuts them."""
_SIGN_TWIPS: Final = 2.1
"""Hundredths of a character in twips."""


def low(value: str | None) -> bool:
    """Whether a height or a width leaves no room for a word."""
    return value is not None and value.isdecimal() and int(value) <= _LOWEST


def set_out(layers: Sequence[etree._Element], size: float) -> Iterator[Verdict]:
    """Why a paragraph in these properties, with letters of ``size`` points, may not be seen."""
    yield from _lines(layers, size)
    yield from _framed(layers)
    yield from _indented(layers)
    tabs = first(layers, "w:tabs")
    if tabs is not None and any(integer(tab.get(qn("w:pos"))) > FAR_TWIPS for tab in tabs):
        yield False, "a tab may move it off the page"


def _lines(layers: Sequence[etree._Element], size: float) -> Iterator[Verdict]:
    height = attribute(layers, "w:spacing", "w:line")
    if height is None or attribute(layers, "w:spacing", "w:lineRule") != "exact":
        return
    if low(height):
        yield True, "its lines have no height"
    elif integer(height) < size * 20 * _CUT:
        yield False, "its lines are lower than its letters"


def _framed(layers: Sequence[etree._Element]) -> Iterator[Verdict]:
    frame = first(layers, "w:framePr")
    if frame is None:
        return
    if any(abs(integer(frame.get(qn(name)))) > FAR_TWIPS for name in ("w:x", "w:y")):
        yield True, "its frame stands off the page"
    if low(frame.get(qn("w:h"))) and frame.get(qn("w:hRule")) == "exact":
        yield True, "its frame has no height"


def _indented(layers: Sequence[etree._Element]) -> Iterator[Verdict]:
    def given(*names: str) -> int:
        return integer(attribute(layers, "w:ind", *names))

    chars = given("w:leftChars", "w:startChars") * _SIGN_TWIPS
    left, right = given("w:left", "w:start"), given("w:right", "w:end")
    moved = given("w:firstLine") - given("w:hanging")
    if max(abs(left), abs(chars), abs(moved)) > FAR_TWIPS:
        yield True, "its indent moves it off the page"
    elif left + right > FAR_TWIPS:
        yield False, "its indents leave it no width"
