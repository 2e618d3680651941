from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from tests.octavo.pages.fonts_made import make_font

from octavo.pages import figures_of
from octavo.pages.font_file import pair_values, word_heights
from octavo.pages.fonts import faces

if TYPE_CHECKING:
    from pathlib import Path


def test_figures_of_a_font_are_those_that_measuring_reads(tmp_path: Path) -> None:
    make_font(tmp_path / "a.ttf", "Ministry Sans")
    family, line = figures_of(tmp_path / "a.ttf")
    own = tmp_path / "own.figures"
    own.write_text(line, encoding="utf-8")
    (face,) = faces(family, bold=False, italic=False, figures=(own,))
    assert (face.em, face.ascent, face.descent, face.gap) == (1000, 800, 200, 0)
    assert face.advances == {" ": 250, "!": 250, "A": 600, "T": 500, "V": 620, "f": 300}
    assert face.ligatures == {"ff": 560}
    assert face.kerning == {"A": {"V": -80, "T": -40}, "T": {"T": -40, "V": -40}}


@pytest.mark.parametrize(
    ("selection", "style", "ascent"),
    [(1 << 6, "", 800), (1 << 5, "b", 800), (0x21, "bi", 800), (1 << 7, "", 750)],
)
def test_style_and_heights_are_what_the_font_says(
    tmp_path: Path, selection: int, style: str, ascent: int
) -> None:
    make_font(tmp_path / "a.ttf", "Ministry Sans", selection, features="")
    _, line = figures_of(tmp_path / "a.ttf")
    assert line.startswith(f"Ministry Sans|{style}\t")
    assert f'"ascent":{ascent},' in line
    assert '"ligatures":{},"kerning":[]' in line


RANGES = [(0x20, 0x24F), (0x2B0, 0x2FF), (0x370, 0x52F), (0x1E00, 0x20CF), (0x2100, 0x226F),
          (0x25A0, 0x276F), (0xF020, 0xF0FF)]  # fmt: skip


@pytest.mark.parametrize(("first", "last"), RANGES)
def test_widths_are_those_of_whole_ranges_of_signs(tmp_path: Path, first: int, last: int) -> None:
    letters = dict.fromkeys((first - 1, first, last, last + 1), "A")
    make_font(tmp_path / "a.ttf", "Ministry Sans", features="", letters=letters)
    figures = json.loads(figures_of(tmp_path / "a.ttf")[1].partition("\t")[2])
    assert figures["advances"] == [[first, 600], [last, 600]]


PAIRED = [(0x20, 0x17F), (0x386, 0x3CE), (0x400, 0x45F), (0x2010, 0x2026), (0x20AC, 0x20AC)]


@pytest.mark.parametrize(("first", "last"), PAIRED)
def test_pairs_are_those_of_letters_and_of_marks_beside_them(
    tmp_path: Path, first: int, last: int
) -> None:
    letters = dict.fromkeys((first - 1, first, last, last + 1), "A") | {ord("V"): "V"}
    make_font(tmp_path / "a.ttf", "Ministry Sans", letters=letters)
    figures = json.loads(figures_of(tmp_path / "a.ttf")[1].partition("\t")[2])
    expected = chr(first) if first == last else chr(first) + chr(last)
    assert figures["kerning"] == [[expected, {"-80": "V"}]]


def test_lines_are_as_high_as_in_libreoffice_or_in_word(tmp_path: Path) -> None:
    make_font(tmp_path / "a.ttf", "Ministry Sans", windows=(900, 250))
    family, line = figures_of(tmp_path / "a.ttf")
    own = tmp_path / "own.figures"
    own.write_text(line, encoding="utf-8")
    found = faces(family, bold=False, italic=False, figures=(own,))
    assert [(face.ascent, face.descent) for face in found] == [(800, 200), (900, 250)]


@pytest.mark.parametrize(
    ("selection", "windows", "gap", "expected"),
    [
        (1 << 6, (800, 200), 0, [800, 200, 0]),
        (1 << 6, (800, 200), 90, [800, 200, 90]),
        (1 << 6, (850, 220), 90, [850, 220, 20]),
        (1 << 6, (850, 240), 90, [850, 240, 0]),
        (1 << 6, (850, 241), 90, [850, 241, 0]),
        (1 << 7, (850, 220), 90, [750, 250, 7]),
    ],
)
def test_word_takes_of_a_gap_what_its_heights_do_not_cover(
    selection: int, windows: tuple[int, int], gap: int, expected: list[int]
) -> None:
    up, down = windows
    horizontal = SimpleNamespace(ascent=800, descent=-200, lineGap=gap)
    said = SimpleNamespace(
        fsSelection=selection,
        usWinAscent=up,
        usWinDescent=down,
        sTypoAscender=750,
        sTypoDescender=-250,
        sTypoLineGap=7,
    )
    font: Any = {"hhea": horizontal, "OS/2": said}
    assert word_heights(font) == expected


def _value(advance: int | None) -> SimpleNamespace:
    return SimpleNamespace(Value1=advance and SimpleNamespace(XAdvance=advance))


@pytest.mark.parametrize(
    ("kind", "pair", "expected"),
    [
        (2, "AV", -80),
        (2, "AT", 0),
        (2, "AA", None),
        (2, "VA", None),
        (1, "AV", None),
        (8, "AV", None),
    ],
)
def test_a_pair_has_a_value_of_its_own(kind: int, pair: str, expected: int | None) -> None:
    values = [("V", -80), ("T", None)]
    records = [SimpleNamespace(SecondGlyph=name, **vars(_value(each))) for name, each in values]
    table: Any = SimpleNamespace(
        LookupType=kind,
        Format=1,
        Coverage=SimpleNamespace(glyphs=["A"]),
        PairSet=[SimpleNamespace(PairValueRecord=records)],
    )
    assert pair_values(table)(*pair) == expected


@pytest.mark.parametrize(
    ("pair", "expected"), [("AV", -5), ("AA", -4), ("TV", -3), ("TA", -2), ("VA", None)]
)
def test_a_pair_of_classes_has_the_value_of_its_classes(pair: str, expected: int | None) -> None:
    rows = [[-2, -3], [-4, -5]]
    table: Any = SimpleNamespace(
        LookupType=2,
        Format=2,
        Coverage=SimpleNamespace(glyphs=["A", "T"]),
        ClassDef1=SimpleNamespace(classDefs={"A": 1}),
        ClassDef2=SimpleNamespace(classDefs={"V": 1}),
        Class1Record=[SimpleNamespace(Class2Record=list(map(_value, row))) for row in rows],
    )
    assert pair_values(table)(*pair) == expected
