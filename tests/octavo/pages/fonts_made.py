"""Small font files, made for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

if TYPE_CHECKING:
    from pathlib import Path

FEATURES = """
feature liga { sub f f by ff; sub f T by fT; } liga;
feature kern { pos A V -80; pos [A T] [T V] -40; pos f T 0; } kern;
"""
WIDTHS = {
    ".notdef": 500,
    "space": 250,
    "A": 600,
    "T": 500,
    "V": 620,
    "f": 300,
    "ff": 560,
    "fT": 800,
}
LETTERS = {32: "space", 33: "space", 65: "A", 84: "T", 86: "V", 102: "f"}


def make_font(
    path: Path,
    family: str,
    selection: int = 1 << 6,
    features: str = FEATURES,
    letters: dict[int, str] = LETTERS,
    windows: tuple[int, int] = (800, 200),
) -> None:
    """A font of a few letters, with ligatures and kerning."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(WIDTHS))
    builder.setupCharacterMap(letters)
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in WIDTHS})
    builder.setupHorizontalMetrics({name: (width, 0) for name, width in WIDTHS.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    up, down = windows
    builder.setupOS2(
        sTypoAscender=750,
        sTypoDescender=-250,
        fsSelection=selection,
        usWinAscent=up,
        usWinDescent=down,
    )
    builder.setupPost()
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    builder.save(path)
