"""Write the figures of ``octavo.pages`` from free fonts, one file for each family.

    python scripts/font_metrics.py FOLDER src/octavo/pages/metrics

Takes the packages that ``fonts.toml`` names from npm and Debian into FOLDER, and reads their font
files. Only figures leave them: ascent, descent and line gap, the advance of each character, of each
standard ligature, and the kerning of pairs. A family of the same widths as another, which the
documents name, has the heights that are published of that one, and no kerning. The widths of
``published_widths.jsonl`` are taken as they are. Needs fontTools, npm, apt-get and dpkg.
"""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fontTools.ttLib import TTFont, TTLibError

from octavo.pages.font_file import face, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
STYLES = {"Regular": "", "Book": "", "Bold": "b", "Italic": "i", "Oblique": "i"}
STYLES |= {"Bold Italic": "bi", "Bold Oblique": "bi"}
SLANTED = {"Noto Naskh Arabic", "OpenSymbol", "Tahoma"}
"""Fonts without styles of their own for slanted text, or for bold: those at hand are slanted."""
UNKERNED = {"Amiri", "EB Garamond", "Merriweather", "Public Sans", "Work Sans"}
"""Their kerning depends on more than two characters, or takes as much as twelve other families."""
HEIGHTS = {
    "Bookman Old Style": (1000, [[942, 223, 0], [942, 223, 20]]),
    "Century Schoolbook": (1000, [[986, 195, 19], [986, 216, 8]]),
    "Georgia": (2048, [[1878, 449, 0]]),
    "Tahoma": (2048, [[2049, 423, 0]]),
}
"""Em, then ascent, descent and gap: as @capsizecss/metrics 4.3.0 (npm) has them, else as lines of
PDF files that Word wrote lie apart."""


def packages(kind: str, wanted: str, folder: Path) -> Path:
    """The folder of an unpacked package, fetched where it is not there."""
    place = folder / re.sub(r"\W+", "-", wanted)
    if not place.exists():
        place.mkdir(parents=True)
        if kind == "npm":
            subprocess.run(["npm", "pack", "--silent", wanted], cwd=place, check=True)
            subprocess.run(["tar", "xzf", next(place.glob("*.tgz"))], cwd=place, check=True)
        else:
            subprocess.run(["apt-get", "download", wanted], cwd=place, check=True)
            subprocess.run(["dpkg-deb", "-x", next(place.glob("*.deb")), place], check=True)
    return place


def fonts(place: Path) -> Iterator[tuple[str, str, TTFont]]:
    """Family, style and font of each file of a package."""
    for path in sorted(place.rglob("*.[to]t[fc]")):
        for number in range(64 if path.suffix == ".ttc" else 1):
            try:
                font = TTFont(path, fontNumber=number, lazy=True)
            except TTLibError:
                break  # the last of a collection
            name = font["name"].getDebugName
            yield str(name(1)), STYLES.get(str(name(2)), "other"), font


def figures(name: str, font: TTFont) -> dict[str, Any]:
    """The figures of a face under the name that documents use."""
    found = face(font)
    if name in HEIGHTS:
        em, rows = HEIGHTS[name]
        first, *others = [[round(each * found["em"] / em) for each in row] for row in rows]
        found |= dict(zip(("ascent", "descent", "gap"), first, strict=True))
        found |= {"others": others, "kerning": None}
    if name in UNKERNED:
        found["kerning"] = None
    if name == "OpenSymbol":
        found["others"] = []  # LibreOffice's own: Word never sees it
    return found


def lines_of(name: str, found: dict[str, TTFont]) -> Iterator[str]:
    """A line for each style of a family."""
    for style in ("", "b", "i", "bi"):
        font = found.get(style)
        if font is None and name in SLANTED:
            font = found.get(style.strip("i")) or found[""]
        if font is not None:
            yield line_of(name, style, figures(name, font))


def main() -> None:
    """Measure every face and write a file for each family: the same bytes for the same fonts."""
    folder, target = map(Path, sys.argv[1:])
    lines: dict[str, list[str]] = {}
    for kind, sources in tomllib.loads((HERE / "fonts.toml").read_text(encoding="utf-8")).items():
        for package, families in sources.items():
            faces = list(fonts(packages(kind, package, folder)))
            for name, family in families.items():
                found = {style: font for each, style, font in faces if each == family}
                lines.setdefault(name, []).extend(lines_of(name, found))
    published = (HERE / "published_widths.jsonl").read_text(encoding="utf-8")
    for line in published.splitlines(keepends=True):
        lines.setdefault(line.partition("|")[0], []).append(line)
    for name, several in lines.items():
        text = "".join(dict.fromkeys(several)).encode()
        (target / f"{name.lower()}.gz").write_bytes(gzip.compress(text, 9, mtime=0))


if __name__ == "__main__":
    main()
