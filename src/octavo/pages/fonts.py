"""Figures of the fonts that can be measured, read from ``metrics.jsonl.gz`` when first asked for.

The file is made by ``scripts/font_metrics.py``. All figures are in font units, ``em`` to the em.
"""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.json import decode

if TYPE_CHECKING:
    from collections.abc import Mapping

_METRICS = Path(__file__).parent / "metrics.jsonl.gz"

_SAME_AS = {
    "caladea": "Cambria",
    "carlito": "Calibri",
    "courier": "Courier New",
    "helvetica": "Arial",
    "liberation mono": "Courier New",
    "liberation sans": "Arial",
    "liberation sans narrow": "Arial Narrow",
    "liberation serif": "Times New Roman",
    "symbol": "OpenSymbol",
    "times": "Times New Roman",
    "webdings": "OpenSymbol",
    "wingdings": "OpenSymbol",
    "wingdings 2": "OpenSymbol",
    "wingdings 3": "OpenSymbol",
}
"""Names of the fonts measured, and of those that LibreOffice replaces by them."""
_SYMBOLS = "OpenSymbol"


class Face(Struct, frozen=True, eq=False):
    """One style of one font.

    Attributes:
        em: Font units to the em.
        ascent: Height of a line above the base line.
        descent: Depth of a line below it.
        gap: Further room above a line.
        advances: Advance of each character.
        ligatures: Advance of the ligatures that are not as wide as their letters.
        kerning: Change of the advance of a character before another.
    """

    em: int
    ascent: int
    descent: int
    gap: int
    advances: Mapping[str, int]
    ligatures: Mapping[str, int]
    kerning: Mapping[str, Mapping[str, int]]


@cache
def face(font: str, *, bold: bool, italic: bool) -> Face | None:
    """The face of that name, or None where there are no figures for it."""
    name = _names().get(_SAME_AS.get(font.lower(), font).lower(), font)
    lines = _lines()
    style = ("b" if bold else "") + ("i" if italic else "")
    figures = lines.get(f"{name}|{style}") or (lines.get(f"{name}|") if name == _SYMBOLS else None)
    return None if figures is None else _face(decode(figures))


def is_symbol_font(font: str) -> bool:
    """Whether characters of that font are pictures, whose widths the metrics do not give."""
    return _SAME_AS.get(font.lower(), font) == _SYMBOLS


@cache
def _lines() -> Mapping[str, str]:
    """The lines of the metrics file by ``font|style``, not yet decoded."""
    text = gzip.decompress(_METRICS.read_bytes()).decode()
    lines = (line.partition("\t") for line in text.splitlines())
    return {name: figures for name, _, figures in lines}


@cache
def _names() -> Mapping[str, str]:
    """Font names as they are spelt in the metrics file, by their lower case."""
    names = {line.partition("|")[0] for line in _lines()}
    return {name.lower(): name for name in names}


def _face(figures: dict[str, object]) -> Face:
    advances: dict[str, int] = {}
    for first, *row in figures.pop("advances"):  # type: ignore[attr-defined] # our own file
        advances.update(zip(map(chr, range(first, first + len(row))), row, strict=True))
    kerning: dict[str, dict[str, int]] = {}
    for lefts, values in figures.pop("kerning"):  # type: ignore[attr-defined] # our own file
        pairs = {right: int(value) for value, rights in values.items() for right in rights}
        kerning.update(dict.fromkeys(lefts, pairs))
    return Face(advances=advances, kerning=kerning, **figures)  # type: ignore[arg-type] # likewise
