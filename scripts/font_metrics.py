"""Write the metrics file of ``octavo.pages`` from the fonts installed on this machine.

    python scripts/font_metrics.py src/octavo/pages/metrics.jsonl.gz

Only figures leave the font files: ascent, descent and line gap, the advance of each character,
of each standard ligature, and the kerning of pairs. The fonts measured are free ones whose
advances equal those of the fonts that documents name. Needs fontTools and fontconfig.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from fontTools.ttLib.tables import otTables

FAMILIES = {
    "Arial": "Liberation Sans",
    "Arial Narrow": "Liberation Sans Narrow",
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Courier New": "Liberation Mono",
    "DejaVu Sans": "DejaVu Sans",
    "DejaVu Sans Mono": "DejaVu Sans Mono",
    "DejaVu Serif": "DejaVu Serif",
    "Noto Sans": "Noto Sans",
    "Noto Serif": "Noto Serif",
    "OpenSymbol": "OpenSymbol",
    "Times New Roman": "Liberation Serif",
}
STYLES = {"": "Regular", "b": "Bold", "i": "Italic", "bi": "Bold Italic"}
OTHER_STYLE_NAMES = {"Regular": "Book", "Italic": "Oblique", "Bold Italic": "Bold Oblique"}
SYMBOL_FONTS = {"OpenSymbol"}

RANGES = (
    (0x20, 0x250),  # Latin
    (0x2B0, 0x300),  # modifiers, without the combining marks
    (0x370, 0x530),  # Greek, Cyrillic
    (0x1E00, 0x2070),  # Latin and Greek extended, punctuation
    (0x2070, 0x20D0),  # superscripts, currency
    (0x2100, 0x2270),  # letter-like, number forms, arrows, operators
    (0x25A0, 0x2770),  # shapes, dingbats
    (0xF020, 0xF100),  # symbol fonts
)
KERNED = ((0x20, 0x180), (0x386, 0x3CF), (0x400, 0x460), (0x2010, 0x2027), (0x20AC, 0x20AD))
USE_TYPO_METRICS = 1 << 7
"""Bit 7 of fsSelection in the OS/2 table (OpenType 1.9)."""


def font_file(family: str, style: str) -> Path:
    """The file of a face; ends the run where fontconfig would give another family."""
    for name in (style, OTHER_STYLE_NAMES.get(style, style)):
        query = ["fc-match", "-f", "%{family}|%{style}|%{file}", f"{family}:style={name}"]
        found = subprocess.run(query, capture_output=True, text=True, check=True).stdout
        families, styles, path = found.split("|")
        if family in families.split(",") and name in styles.split(","):
            return Path(path)
    sys.exit(f"the font {family} {style} is not installed")


def line_metrics(font: TTFont) -> tuple[int, int, int]:
    """Ascent, descent and line gap in font units, as LibreOffice takes them.

    From ``hhea``; where a font asks for the typographic figures of ``OS/2``, those without a gap.
    Found by setting two fonts in one line.
    """
    hhea, os2 = font["hhea"], font["OS/2"]
    if os2.fsSelection & USE_TYPO_METRICS:
        return (os2.sTypoAscender, -os2.sTypoDescender, 0)
    return (hhea.ascent, -hhea.descent, hhea.lineGap)


def advances(font: TTFont) -> list[list[Any]]:
    """Runs of neighbouring characters: the first code point, then an advance for each."""
    names, metrics = font.getBestCmap(), font["hmtx"]
    runs: list[list[Any]] = []
    following = None
    for low, high in RANGES:
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


def pair_value(subtable: otTables.PairPos, left: str, right: str) -> int | None:
    """Change of the advance of ``left`` before ``right``; None where the subtable is silent."""
    if subtable.LookupType != 2 or left not in subtable.Coverage.glyphs:
        return None
    if subtable.Format == 1:
        pair_set = subtable.PairSet[subtable.Coverage.glyphs.index(left)]
        for record in pair_set.PairValueRecord:
            if record.SecondGlyph == right:
                return getattr(record.Value1, "XAdvance", 0) if record.Value1 else 0
        return None
    first = subtable.ClassDef1.classDefs.get(left, 0)
    second = subtable.ClassDef2.classDefs.get(right, 0)
    value = subtable.Class1Record[first].Class2Record[second].Value1
    return getattr(value, "XAdvance", 0) if value else 0


def kerning(font: TTFont) -> list[list[Any]]:
    """Rows of left characters that kern alike: their text, then right characters by value."""
    if "GPOS" not in font:
        return []
    names = font.getBestCmap()
    codes = [code for low, high in KERNED for code in range(low, high) if code in names]
    pair_lookups = [subtables(lookup) for lookup in lookups(font["GPOS"].table, {"kern"})]
    rows: dict[tuple[tuple[int, str], ...], str] = {}
    for left in codes:
        values: dict[int, str] = {}
        for right in codes:
            value = 0
            for tables in pair_lookups:
                answers = (pair_value(table, names[left], names[right]) for table in tables)
                value += next((answer for answer in answers if answer is not None), 0)
            if value:
                values[value] = values.get(value, "") + chr(right)
        if values:
            key = tuple(sorted(values.items()))
            rows[key] = rows.get(key, "") + chr(left)
    return [[lefts, dict(values)] for values, lefts in rows.items()]


def face(path: Path) -> dict[str, Any]:
    """All figures of one font file."""
    font = TTFont(path)
    ascent, descent, gap = line_metrics(font)
    return {
        "em": font["head"].unitsPerEm,
        "ascent": ascent,
        "descent": descent,
        "gap": gap,
        "advances": advances(font),
        "ligatures": ligatures(font),
        "kerning": kerning(font),
    }


def main() -> None:
    """Measure every face and write a line for each: the same bytes for the same fonts."""
    lines = []
    for name, family in FAMILIES.items():
        for key, style in STYLES.items():
            if not (name in SYMBOL_FONTS and key):
                figures = face(font_file(family, style))
                text = json.dumps(figures, separators=(",", ":"), ensure_ascii=False)
                lines.append(f"{name}|{key}\t{text}\n")
    Path(sys.argv[1]).write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
