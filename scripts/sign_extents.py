"""Write how wide the signs of other scripts are, at least and at most, over the installed fonts.

    python scripts/sign_extents.py src/octavo/pages/extents.json.gz

For each character of the ranges below: its least and its greatest advance in thousandths of the em
over all upright fonts of fontconfig that hold it, with room for fonts that are not installed here.
Letters that join have figures for each of their four forms. Only figures leave the font files.
Needs fontTools and fontconfig.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator

RANGES = (
    (0x0300, 0x0370),  # combining marks
    (0x0483, 0x0488),
    (0x0530, 0x0700),  # Armenian, Hebrew, Arabic
    (0x0750, 0x0780),
    (0x0900, 0x1000),  # Indic, Thai, Lao, Tibetan
    (0x10A0, 0x1100),  # Georgian
    (0x1200, 0x1380),  # Ethiopic
    (0x1780, 0x1800),  # Khmer
    (0x2000, 0x2C00),  # punctuation, symbols
)
FORMS = ("isol", "init", "medi", "fina")
LEFT_OUT = ("Nastaliq", "Mono", "Unjoined", "Display", "Music", "Looped", "UI", "CJK", "Condensed")
LESS, MORE = 0.8, 1.1
"""Room for fonts that are not installed: those of offices set Arabic and Thai smaller than Noto."""
_THOUSAND = 1000


def font_files() -> Iterator[Path]:
    """The upright fonts of fontconfig, each once."""
    query = ["fc-list", "-f", "%{file}|%{family}|%{style}\\n"]
    lines = subprocess.run(query, capture_output=True, text=True, check=True).stdout.splitlines()
    for line in sorted(lines):
        path, family, style = line.split("|")
        upright = {"Regular", "Book"} & set(style.split(","))
        if upright and not any(name in family for name in LEFT_OUT) and not path.endswith(".ttc"):
            yield Path(path)


def forms(font: TTFont) -> dict[str, dict[str, str]]:
    """For each form of joining letters: the glyph that stands for a glyph."""
    found: dict[str, dict[str, str]] = {form: {} for form in FORMS}
    if "GSUB" not in font:
        return found
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord if table.FeatureList else ():
        if record.FeatureTag in found:
            for index in record.Feature.LookupListIndex:
                for subtable in table.LookupList.Lookup[index].SubTable:
                    real = getattr(subtable, "ExtSubTable", subtable)
                    if real.LookupType == 1:
                        found[record.FeatureTag] |= real.mapping
    return found


def widths(path: Path) -> Iterator[tuple[str, list[float]]]:
    """The advances of each character of the ranges: one, or one for each form it has."""
    font = TTFont(path, lazy=True)
    if "hmtx" not in font or "head" not in font:
        return
    names, metrics, em = font.getBestCmap() or {}, font["hmtx"], font["head"].unitsPerEm
    joining = forms(font)
    for low, high in RANGES:
        for code in range(low, high):
            name = names.get(code)
            if name is None or unicodedata.category(chr(code)) in {"Cf", "Cc", "Cn"}:
                continue
            glyphs = [joining[form].get(name, name) for form in FORMS]
            yield chr(code), [_THOUSAND * metrics[glyph][0] / em for glyph in glyphs]


def main() -> None:
    """Write the file: the same bytes for the same fonts."""
    least: dict[str, list[float]] = {}
    most: dict[str, list[float]] = {}
    for path in font_files():
        for sign, found in widths(path):
            least[sign] = list(map(min, least.get(sign, found), found))
            most[sign] = list(map(max, most.get(sign, found), found))
    table: dict[str, list[int]] = {}
    for sign in sorted(least):
        pairs = [
            (round(low * LESS), round(high * MORE))
            for low, high in zip(least[sign], most[sign], strict=True)
        ]
        alike = len(set(pairs)) == 1
        table[sign] = [figure for pair in pairs[: 1 if alike else None] for figure in pair]
    text = json.dumps(table, separators=(",", ":"), ensure_ascii=False)
    Path(sys.argv[1]).write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
