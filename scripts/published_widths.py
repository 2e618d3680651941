"""Write the widths of fonts that are not free, as public files state them.

    python scripts/published_widths.py FOLDER scripts/published_widths.jsonl

FOLDER holds PDF files, which state the width of each character they show, in thousandths of the
em; the modules of PDF::API2 2.044 (Debian, libpdf-api2-perl), which hold those of Verdana and
Trebuchet MS; and ``pdf.worker.mjs`` of pdfjs-dist 5.6.205 (npm), which holds those of Segoe UI. No
font file is read. A width on which files disagree is left out. Heights are those that
@capsizecss/metrics 4.3.0 (npm) names; else the least and the greatest distance of lines in PDF
files that Word wrote. Kerning is not published. Needs pikepdf and fontTools.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
from fontTools import agl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Widths = dict[str, dict[str, Counter[int]]]

HEIGHTS = {
    "Aptos": [[939, 282, 0]],
    "Arial Unicode MS": [[1069, 271, 0], [1069, 271, 28]],
    "Book Antiqua": [[923, 282, 35], [923, 282, 49]],
    "Calibri Light": [[750, 250, 221]],
    "Century Gothic": [[1006, 208, 0], [1006, 220, 35]],
    "Comic Sans MS": [[1102, 291, 0]],
    "Consolas": [[920, 251, 0]],
    "Constantia": [[952, 269, 0]],
    "Garamond": [[862, 263, 0]],
    "Gill Sans MT": [[918, 230, 0], [929, 232, 0]],
    "Lucida Console": [[789, 211, 0]],
    "Microsoft Sans Serif": [[922, 210, 0], [1003, 257, 0]],
    "Palatino Linotype": [[1000, 200, 0], [1060, 300, 0]],
    "Segoe UI": [[1079, 251, 0]],
    "Trebuchet MS": [[939, 222, 0]],
    "Verdana": [[1005, 210, 0]],
}
"""Ascent, descent and line gap in thousandths of the em."""
STYLES = {"": "", "bold": "b", "italic": "i", "bolditalic": "bi"}
FIXED = {"Consolas": 550, "Lucida Console": 603}
"""Fonts whose characters are all as wide."""
_NAME = re.compile(
    r"(?:/?[A-Z]{6}\+)?/?(.*?)(?:MT)?(?:[-, ]?(Bold)?,?(Italic)?)(?:MT)?(?:-?Regular|-?Roman)?"
)
_RANGES = re.compile(r"<(\w+)>\s*<(\w+)>\s*<(\w{4})>")
_CHARACTERS = re.compile(r"<(\w+)>\s*<(\w{4})>")
_OF_ONE_WIDTH = (range(0x20, 0x7F), range(0xA0, 0x250), range(0x370, 0x530), range(0x2010, 0x2027))
_MOST = 0.8
"""Share of the files that must agree on a width."""
_FEWEST = 52
"""Widths that a face must have: those of the letters of the alphabet, more or less."""


def key(name: str) -> str:
    """Family and style of a name in a PDF file, comparable."""
    found = _NAME.fullmatch(name)
    family, bold, italic = found.groups() if found else (name, "", "")
    style = ("b" if bold else "") + ("i" if italic else "")
    return f"{re.sub('[ -]', '', family).lower()}|{style}"


def simple(font: pikepdf.Dictionary) -> Iterator[tuple[str, float]]:
    """Characters and widths of a font with single bytes."""
    if str(font.get("/Encoding")) == "/WinAnsiEncoding":
        for code, width in enumerate(font["/Widths"], int(font["/FirstChar"])):
            yield bytes([code]).decode("cp1252", "replace"), float(width)


def composite(font: pikepdf.Dictionary) -> Iterator[tuple[str, float]]:
    """Characters and widths of a font with glyph numbers."""
    glyphs: dict[int, float] = {}
    row = list(font["/DescendantFonts"][0]["/W"])
    while row:
        first = int(row.pop(0))
        if isinstance(row[0], pikepdf.Array):
            glyphs |= dict(enumerate(map(float, row.pop(0)), first))
        else:
            last, width = int(row.pop(0)), float(row.pop(0))
            glyphs |= dict.fromkeys(range(first, min(last, first + 999) + 1), width)
    shown = font["/ToUnicode"].read_bytes().decode("latin-1")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", shown, re.DOTALL):
        for low, high, code in _RANGES.findall(block):
            for at in range(min(int(high, 16) - int(low, 16), 999) + 1):
                yield chr(int(code, 16) + at), glyphs.get(int(low, 16) + at, 0)
    for block in re.findall(r"beginbfchar(.*?)endbfchar", shown, re.DOTALL):
        for glyph, code in _CHARACTERS.findall(block):
            yield chr(int(code, 16)), glyphs.get(int(glyph, 16), 0)


def read_pdf(path: Path, found: Widths) -> None:
    """Take the widths that a PDF file states."""
    with pikepdf.open(path) as pdf:
        for font in pdf.objects:
            if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/Font":
                read = {"/TrueType": simple, "/Type0": composite}.get(str(font.get("/Subtype")))
                try:
                    for sign, width in read(font) if read else ():
                        if width:
                            found[key(str(font["/BaseFont"]))][sign][round(width)] += 1
                except (KeyError, IndexError, ValueError, AttributeError, TypeError):
                    continue  # a font without widths, or without characters


def read_module(path: Path, found: Widths) -> None:
    """Take the widths of a module of PDF::API2, which go before those of PDF files."""
    name = re.fullmatch(r"(verdana|trebuchet)(bold)?(italic)?", path.stem)
    if name is not None:
        family = {"trebuchet": "trebuchetms"}.get(name[1], name[1])
        style = ("b" if name[2] else "") + ("i" if name[3] else "")
        text = path.read_text(encoding="latin-1")
        for glyph, width in re.findall(r"'(\w+)' => '(\d+)'", text[text.index("'wx'") :]):
            sign = agl.toUnicode(glyph)
            if len(sign) == 1:
                found[f"{family}|{style}"][sign] = Counter({int(width): 1})


def read_factors(path: Path, found: Widths) -> None:
    """Take the widths of Segoe UI, which pdf.js states as shares of those of Liberation Sans."""
    text = path.read_text(encoding="utf-8")

    def row(name: str) -> list[float]:
        return json.loads(re.search(rf"const {name} = (\[.*?\]);", text, re.DOTALL)[1])  # type: ignore[index] # of that release

    for style, short in STYLES.items():
        name = {"": "Regular", "bolditalic": "BoldItalic"}.get(style, style.title())
        rows = [f"Segoeui{name}Factors", f"LiberationSans{name}Widths"]
        for code, share, width in zip(
            row(f"LiberationSans{name}Mapping"), *map(row, rows), strict=True
        ):
            if code >= 0 and share != 1:
                found[f"segoeui|{short}"][chr(int(code))] = Counter({round(share * width): 1})


def agreed(signs: Mapping[str, Counter[int]]) -> dict[int, int]:
    """The width of each character on which nearly all files agree, by its code point."""
    widths: dict[int, int] = {}
    for sign, counts in signs.items():
        (width, _), *_ = counts.most_common(1)
        times = sum(count for each, count in counts.items() if abs(each - width) <= 1)
        if (
            len(sign) == 1
            and sign != "\ufffd"
            and ord(sign) >= 32
            and times >= 0.8 * counts.total()
        ):
            widths[ord(sign)] = width
    return widths


def runs(widths: Mapping[int, int]) -> list[list[int]]:
    """Runs of neighbouring characters: the first code point, then a width for each."""
    numbered = enumerate(sorted(widths))
    groups = (list(group) for _, group in groupby(numbered, lambda each: each[1] - each[0]))
    return [[group[0][1], *(widths[code] for _, code in group)] for group in groups]


def read(folder: Path) -> Widths:
    """All widths that the files of a folder state, by the names of fonts."""
    found: Widths = defaultdict(lambda: defaultdict(Counter))
    for path in sorted(folder.rglob("*.pdf")):
        try:
            read_pdf(path, found)
        except (pikepdf.PdfError, pikepdf.PasswordError, RecursionError):
            continue  # no PDF file after all
    for path in sorted(folder.rglob("*.pm")):
        read_module(path, found)
    for path in folder.rglob("pdf.worker.mjs"):
        read_factors(path, found)
    return found


def main() -> None:
    """The command."""
    found, lines = read(Path(sys.argv[1])), []
    for family, (heights, *others) in HEIGHTS.items():
        for style in STYLES.values():
            widths = agreed(found[f"{key(family)}{style}"])
            if family in FIXED:
                widths = dict.fromkeys(chain.from_iterable(_OF_ONE_WIDTH), FIXED[family])
            if len(widths) >= _FEWEST and ord(" ") in widths:
                figures: dict[str, Any] = {"em": 1000}
                figures |= dict(zip(("ascent", "descent", "gap"), heights, strict=True))
                figures |= {"others": others, "advances": runs(widths), "ligatures": {}}
                figures |= {"kerning": [] if family in FIXED else None}
                lines.append(f"{family}|{style}\t{json.dumps(figures, separators=(',', ':'))}\n")
    Path(sys.argv[2]).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
