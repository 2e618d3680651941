"""Room that formulas take, within bounds (ECMA-376 part 1, 22.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.pages.blocks import InlinePicture, Text
from octavo.pages.tags import M

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from octavo.pages.formats import RunFormat
    from octavo.pages.reading import Reading

_HIGH = tuple(M + name for name in ("f", "nary", "limLow", "limUpp", "mr", "e", "bar", "acc"))
"""What may add a line to a formula: fractions, sums, limits, rows."""
_LINE = 1.5
_MOST_LINES = 30


def formula(
    element: _Element, format_: RunFormat, reading: Reading
) -> Iterator[Text | InlinePicture]:
    """At least a letter; at most all of its signs in a row, with its parts above each other."""
    reading.doubt("a formula", element)
    yield Text("x", format_)
    if reading.is_greatest:
        signs = sum(len(text.text or "") for text in element.iter(M + "t"))
        lines = 1 + min(_MOST_LINES, sum(1 for _ in element.iter(*_HIGH)))
        yield InlinePicture((signs + 2) * format_.size, round(lines * _LINE * format_.size))
