"""Write the metrics file of ``octavo.pages`` from the fonts installed on this machine.

    python scripts/font_metrics.py src/octavo/pages/metrics.jsonl.gz

Only figures leave the font files: ascent, descent and line gap, the advance of each character,
of each standard ligature, and the kerning of pairs. The fonts measured are free ones whose
advances equal those of the fonts that documents name. Needs fontTools and fontconfig.
"""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

from octavo.pages.font_file import face, line_of

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


def font_file(family: str, style: str) -> Path:
    """The file of a face; ends the run where fontconfig would give another family."""
    for name in (style, OTHER_STYLE_NAMES.get(style, style)):
        query = ["fc-match", "-f", "%{family}|%{style}|%{file}", f"{family}:style={name}"]
        found = subprocess.run(query, capture_output=True, text=True, check=True).stdout
        families, styles, path = found.split("|")
        if family in families.split(",") and name in styles.split(","):
            return Path(path)
    sys.exit(f"the font {family} {style} is not installed")


def main() -> None:
    """Measure every face and write a line for each: the same bytes for the same fonts."""
    lines = []
    for name, family in FAMILIES.items():
        for key, style in STYLES.items():
            if not (name in SYMBOL_FONTS and key):
                lines.append(line_of(name, key, face(TTFont(font_file(family, style)))))
    Path(sys.argv[1]).write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
