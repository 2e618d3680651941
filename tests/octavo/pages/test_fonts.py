from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.pages.fonts import faces, is_symbol_font, line_of_east_asian, widths_elsewhere

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("font", ["Arial", "arial", "Liberation Sans", "Helvetica"])
def test_a_font_is_known_by_its_names(font: str) -> None:
    (found,) = faces(font, bold=False, italic=False)
    assert found.em == 2048
    assert found.advances["a"] == 1139


def test_styles_of_a_font_have_figures_of_their_own() -> None:
    (regular,) = faces("Calibri", bold=False, italic=False)
    (bold,) = faces("Calibri", bold=True, italic=False)
    (slanted,) = faces("Calibri", bold=True, italic=True)
    assert regular.advances["a"] != bold.advances["a"]
    assert "ff" in regular.ligatures
    assert slanted.kerning is not None
    assert slanted.kerning["A"]["V"] < 0


@pytest.mark.parametrize(
    ("font", "count"),
    [
        ("Futura", 4),
        ("Baskerville", 6),
        ("Menlo", 5),
        ("Obscure Code", 5),
        ("../Thin Narrow", 4),
    ],
)
def test_a_font_without_figures_lies_between_others(font: str, count: int) -> None:
    assert len(faces(font, bold=False, italic=False)) == count
    assert len(faces("Migration Grotesk", bold=True, italic=True)) == 8


@pytest.mark.parametrize(
    ("font", "width", "height"),
    [
        ("Aptos", 531, 1221),
        ("Calibri Light", 471, 1221),
        ("Comic Sans MS", 512, 1393),
        ("Garamond", 406, 1125),
        ("Georgia", 504, 1136),
        ("Segoe UI", 509, 1330),
        ("Source Sans 3", 504, 1424),
        ("Tahoma", 525, 1207),
        ("Trebuchet MS", 525, 1161),
        ("Verdana", 600, 1215),
    ],
)
def test_fonts_have_the_figures_that_are_published(font: str, width: int, height: int) -> None:
    (face,) = faces(font, bold=False, italic=False)
    assert round(1000 * face.advances["a"] / face.em) == width
    assert round(1000 * (face.ascent + face.descent + face.gap) / face.em) == height


def test_a_style_without_figures_lies_between_others() -> None:
    assert len(faces("Garamond", bold=False, italic=True)) == 6


def test_releases_of_a_font_that_differ_are_both_held() -> None:
    one, *_, other = faces("Inter", bold=False, italic=False)
    assert one.advances["a"] / one.em != other.advances["a"] / other.em


def test_a_font_of_one_width_has_published_figures() -> None:
    (consolas,) = faces("Consolas", bold=True, italic=True)
    assert set(consolas.advances.values()) == {550}


def test_a_symbol_font_has_one_face_for_all_styles() -> None:
    assert is_symbol_font("Wingdings")
    assert not is_symbol_font("Arial")
    assert len(faces("Symbol", bold=True, italic=True)) == 1


def test_figures_of_a_project_go_first(tmp_path: Path) -> None:
    own = tmp_path / "own.jsonl"
    figures = '{"em":1000,"ascent":900,"descent":100,"gap":0,"advances":[[97,500]]'
    own.write_text(f'Ministry Sans|\t{figures},"ligatures":{{}},"kerning":[]}}\n', encoding="utf-8")
    (found,) = faces("ministry sans", bold=True, italic=False, figures=(own,))
    assert found.advances == {"a": 500}


def test_lines_of_east_asian_fonts_have_heights() -> None:
    assert line_of_east_asian("Noto Sans CJK JP") == (1.448, 1.448)
    least, greatest = line_of_east_asian("No Such Mincho")
    assert (least < 1.1, greatest > 1.6) == (True, True)


def test_a_character_that_a_font_lacks_is_looked_up_in_others() -> None:
    cyrillic = widths_elsewhere("Ж")
    assert cyrillic is not None
    assert 0.5 < cyrillic[0] < cyrillic[1] < 1.5
    assert widths_elsewhere("字") is None
