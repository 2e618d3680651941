"""Figures of a font from its file: widths and heights, never the outlines.

Needs fontTools, which comes with the extra ``fonts``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables import otTables

_RANGES = (
    (0x20, 0x250),  # Latin
    (0x2B0, 0x300),  # modifiers, without the combining marks
    (0x370, 0x530),  # Greek, Cyrillic
    (0x1E00, 0x20D0),  # Latin and Greek extended, punctuation, superscripts, currency
    (0x2100, 0x2270),  # letter-like, number forms, arrows, operators
    (0x25A0, 0x2770),  # shapes, dingbats
    (0xF020, 0xF100),  # symbol fonts
)
_KERNED = ((0x20, 0x180), (0x386, 0x3CF), (0x400, 0x460), (0x2010, 0x2027), (0x20AC, 0x20AD))
_USE_TYPO_METRICS = 1 << 7
"""Bit 7 of fsSelection in the OS/2 table (OpenType 1.9)."""


_PAIRS = 2
"""Lookups of the table GPOS that adjust pairs."""
_ITALIC, _BOLD = 1 << 0, 1 << 5
"""Bits of fsSelection for slanted and bold faces."""
_FAMILY = (16, 1)
"""Names of a family in the table ``name``: the typographic one goes first."""


def figures_of(path: Path) -> tuple[str, str]:
    """The name of the family of a font file, and its line of a file of figures.

    Raises:
        ImportError: fontTools is not installed.
        Exception: The file is no font, in whatever way fontTools says so.
    """
    from fontTools.ttLib import TTFont  # an extra

    with path.open("rb") as file, TTFont(file, lazy=True) as font:
        names = (font["name"].getDebugName(number) for number in _FAMILY)
        family = next(filter(None, names), path.stem)
        selection = font["OS/2"].fsSelection
        style = ("b" if selection & _BOLD else "") + ("i" if selection & _ITALIC else "")
        return family, line_of(family, style, face(font))


def line_of(family: str, style: str, figures: dict[str, Any]) -> str:
    """A line of a file of figures."""
    text = json.dumps(figures, separators=(",", ":"), ensure_ascii=False)
    return f"{family}|{style}\t{text}\n"


def line_metrics(font: TTFont) -> tuple[int, int, int]:
    """Ascent, descent and line gap in font units, as LibreOffice takes them.

    From ``hhea``; where a font asks for the typographic figures of ``OS/2``, those without a gap.
    Found by setting two fonts in one line.
    """
    hhea, os2 = font["hhea"], font["OS/2"]
    if os2.fsSelection & _USE_TYPO_METRICS:
        return (os2.sTypoAscender, -os2.sTypoDescender, 0)
    return (hhea.ascent, -hhea.descent, hhea.lineGap)


def word_heights(font: TTFont) -> list[int]:
    """The same as Word on Windows takes them.

    From ``OS/2``: the typographic figures where a font asks for them, else ``usWinAscent`` and
    ``usWinDescent``, and of the gap what these do not cover (OpenType 1.9, recommendations).
    """
    hhea, os2 = font["hhea"], font["OS/2"]
    if os2.fsSelection & _USE_TYPO_METRICS:
        return [os2.sTypoAscender, -os2.sTypoDescender, os2.sTypoLineGap]
    height = os2.usWinAscent + os2.usWinDescent
    covered = height - (hhea.ascent - hhea.descent)
    return [os2.usWinAscent, os2.usWinDescent, max(0, hhea.lineGap - covered)]


def advances(font: TTFont) -> list[list[Any]]:
    """Runs of neighbouring characters: the first code point, then an advance for each."""
    names, metrics = font.getBestCmap(), font["hmtx"]
    runs: list[list[Any]] = []
    following = None
    for low, high in _RANGES:
        for code in range(low, high):
            if code not in names:
                continue
            if code != following:
                runs.append([code])
            runs[-1].append(metrics[names[code]][0])
            following = code + 1
    return runs


def lookups(table: otTables.GPOS | otTables.GSUB, features: set[str]) -> list[Any]:
    """The lookups of the named features over all scripts, in the order they are applied."""
    indices = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag in features
        for index in record.Feature.LookupListIndex
    }
    return [table.LookupList.Lookup[index] for index in sorted(indices)]


def subtables(lookup: otTables.Lookup) -> list[Any]:
    """The subtables of a lookup, those behind an extension included."""
    return [getattr(subtable, "ExtSubTable", subtable) for subtable in lookup.SubTable]


def ligatures(font: TTFont) -> dict[str, int]:
    """Advance of each standard ligature (``liga``) that is not as wide as its letters."""
    if "GSUB" not in font:
        return {}
    names, metrics = font.getBestCmap(), font["hmtx"]
    characters = {name: chr(code) for code, name in sorted(names.items(), reverse=True)}
    found: dict[str, int] = {}
    for lookup in lookups(font["GSUB"].table, {"liga"}):
        for subtable in subtables(lookup):
            for first, several in getattr(subtable, "ligatures", {}).items():
                for ligature in several:
                    letters = [first, *ligature.Component]
                    text = "".join(characters.get(letter, "") for letter in letters)
                    width = sum(metrics[letter][0] for letter in letters)
                    advance = metrics[ligature.LigGlyph][0]
                    if len(text) == len(letters) and advance != width:
                        found.setdefault(text, advance)
    return found


def pair_values(subtable: otTables.PairPos) -> Callable[[str, str], int | None]:
    """What tells the change of the advance of a glyph before another; None where it is silent."""
    if subtable.LookupType != _PAIRS:
        return lambda _left, _right: None
    lefts = subtable.Coverage.glyphs
    if subtable.Format == 1:
        pairs = {
            left: {each.SecondGlyph: _advance(each.Value1) for each in row.PairValueRecord}
            for left, row in zip(lefts, subtable.PairSet, strict=True)
        }
        return lambda left, right: pairs.get(left, {}).get(right)
    rows = [[_advance(each.Value1) for each in row.Class2Record] for row in subtable.Class1Record]
    seconds = subtable.ClassDef2.classDefs
    firsts = {left: rows[subtable.ClassDef1.classDefs.get(left, 0)] for left in lefts}
    return lambda left, right: firsts[left][seconds.get(right, 0)] if left in firsts else None


def _advance(value: otTables.ValueRecord | None) -> int:
    return getattr(value, "XAdvance", 0)


def kerning(font: TTFont) -> list[list[Any]]:
    """Rows of left characters that kern alike: their text, then right characters by value."""
    if "GPOS" not in font:
        return []
    names = font.getBestCmap()
    codes = [code for low, high in _KERNED for code in range(low, high) if code in names]
    found = lookups(font["GPOS"].table, {"kern"})
    tables = [[pair_values(each) for each in subtables(lookup)] for lookup in found]
    rows: dict[tuple[tuple[int, str], ...], str] = {}
    for left in codes:
        values: dict[int, str] = {}
        for right in codes:
            value = 0
            for answers in tables:
                told = (answer(names[left], names[right]) for answer in answers)
                value += next((each for each in told if each is not None), 0)
            if value:
                values[value] = values.get(value, "") + chr(right)
        if values:
            key = tuple(sorted(values.items()))
            rows[key] = rows.get(key, "") + chr(left)
    return [[lefts, dict(values)] for values, lefts in rows.items()]


def face(font: TTFont) -> dict[str, Any]:
    """All figures of one face."""
    ascent, descent, gap = heights = line_metrics(font)
    others = word_heights(font)
    return {
        "em": font["head"].unitsPerEm,
        "ascent": ascent,
        "descent": descent,
        "gap": gap,
        "others": [others] if sum(others) != sum(heights) else [],
        "advances": advances(font),
        "ligatures": ligatures(font),
        "kerning": kerning(font),
    }
