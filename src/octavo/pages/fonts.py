"""Figures of fonts, read from the file of a family in ``metrics`` when first asked for.

The files are made by ``scripts/font_metrics.py``. All figures are in font units, ``em`` to the em.
A font without figures lies between those that ``families.toml`` names for it.
"""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.json import decode
from msgspec.structs import replace

_METRICS = Path(__file__).parent / "metrics"
_FAMILIES = Path(__file__).parent / "families.toml"
FIGURES = ".figures"
"""How the name of a file ends that holds the figures of a font."""
STAND_INS = ("DejaVu", "Noto")
"""Families of which one stands in for what a machine lacks: DejaVu is wider, Noto higher."""
_SYMBOLS = "opensymbol"
_THOUSAND = 1000
_GZIP = b"\x1f\x8b"


class Face(Struct, frozen=True, eq=False):
    """One style of one font.

    Attributes:
        em: Font units to the em.
        ascent: Height of a line above the base line.
        descent: Depth of a line below it.
        gap: Further room above a line.
        advances: Advance of each character.
        ligatures: Advance of the ligatures that are not as wide as their letters.
        kerning: Change of the advance of a character before another; None where it is not known.
    """

    em: int
    ascent: int
    descent: int
    gap: int
    advances: Mapping[str, int]
    ligatures: Mapping[str, int]
    kerning: Mapping[str, Mapping[str, int]] | None


@cache
def faces(
    font: str, *, bold: bool, italic: bool, figures: tuple[Path, ...] = (), without: str = ""
) -> tuple[Face, ...]:
    """The face of that name, or those of its releases and heights.

    Where there are no figures for it, those between which it lies.

    ``figures`` are files with the figures of further fonts, which go first; ``without`` is one of
    `STAND_INS`, where it is taken that fonts of that family do not stand in.
    """
    style = ("b" if bold else "") + ("i" if italic else "")
    exact = _exact(font, style, figures)
    return exact or tuple(face for name in _like(font, without) for face in _exact(name, style, ()))


def is_symbol_font(font: str) -> bool:
    """Whether characters of that font are pictures, whose widths the metrics do not give."""
    return _name(font) == _SYMBOLS


def line_of_east_asian(font: str) -> tuple[float, float]:
    """Least and greatest height of a line of East Asian text, as shares of the type size.

    Where no font is named, or a Western one, another stands in, in Word as in LibreOffice.
    """
    heights: Mapping[str, Sequence[int]] = _families()["east_asian"]
    stood_in = not font or _exact(font, "", ())
    least, greatest = heights.get(font.lower(), heights["none" if stood_in else "any"])
    return least / _THOUSAND, greatest / _THOUSAND


def widths_elsewhere(sign: str) -> tuple[float, float] | None:
    """The least and the greatest width of a character in the fonts that hold it, in shares."""
    found = [
        face.advances[sign] / face.em
        for face in faces("", bold=False, italic=False)
        if sign in face.advances
    ]
    return (min(found), max(found)) if found else None


def _exact(font: str, style: str, figures: tuple[Path, ...]) -> tuple[Face, ...]:
    wanted = _name(font)
    shipped = (_METRICS / f"{wanted}.gz",) if f"{wanted}.gz" in _shipped() else ()
    for path in (*figures, *shipped):
        lines = _lines(path)
        found = lines.get(f"{wanted}|{style}") or (path in figures and lines.get(f"{wanted}|"))
        if found:
            return tuple(face for line in found for face in _faces(line))
    return ()


def _name(font: str) -> str:
    """The name of a font under which its figures stand."""
    same: str = _families()["same_as"].get(font.lower(), font.lower())
    return same


@cache
def _shipped() -> frozenset[str]:
    return frozenset(path.name for path in _METRICS.iterdir())


@cache
def _like(font: str, without: str = "") -> Sequence[str]:
    """Names of the fonts with figures between which a font without them lies."""
    families, name = _families(), font.lower()
    kind = next((kind for kind, names in families["names"].items() if name in names), "")
    if not kind:
        signs = families["signs"].items()
        kind = next((kind for kind, words in signs if any(word in name for word in words)), "any")
    found: Sequence[str] = families["like"][kind]
    known = without and kind in families["apart"]["kinds"]
    return [each for each in found if not each.startswith(without)] if known else found


@cache
def _families() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(_FAMILIES.read_text(encoding="utf-8"))


@cache
def _lines(path: Path) -> Mapping[str, Sequence[str]]:
    """The lines of a file of figures by ``font|style`` in small letters, not yet decoded."""
    content = path.read_bytes()
    text = (zlib.decompress(content, 31) if content.startswith(_GZIP) else content).decode()
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        name, _, figures = line.partition("\t")
        found.setdefault(name.lower(), []).append(figures)
    return found


@cache
def _faces(line: str) -> Sequence[Face]:
    """The face of a line of figures, and the same with other heights."""
    figures: dict[str, Any] = decode(line)
    advances: dict[str, int] = {}
    for first, *row in figures.pop("advances"):
        advances.update(zip(map(chr, range(first, first + len(row))), row, strict=True))
    kerned, kerning = figures.pop("kerning"), dict[str, dict[str, int]]()
    for lefts, values in kerned or ():
        pairs = {right: int(value) for value, rights in values.items() for right in rights}
        kerning.update(dict.fromkeys(lefts, pairs))
    others = figures.pop("others", ())
    face = Face(advances=advances, kerning=None if kerned is None else kerning, **figures)
    return [face, *(replace(face, ascent=up, descent=down, gap=gap) for up, down, gap in others)]
