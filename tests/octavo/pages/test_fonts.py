from __future__ import annotations

import pytest

from octavo.pages.fonts import face, is_symbol_font


@pytest.mark.parametrize("font", ["Arial", "arial", "Liberation Sans", "Helvetica"])
def test_a_font_is_known_by_its_names(font: str) -> None:
    found = face(font, bold=False, italic=False)
    assert found is not None
    assert found.em == 2048
    assert found.advances["a"] == 1139


def test_styles_of_a_font_have_figures_of_their_own() -> None:
    regular = face("Calibri", bold=False, italic=False)
    bold = face("Calibri", bold=True, italic=False)
    slanted = face("Calibri", bold=True, italic=True)
    assert regular is not None
    assert bold is not None
    assert slanted is not None
    widths = {found.advances["a"] for found in (regular, bold)}
    assert len(widths) == 2
    assert "ff" in regular.ligatures
    assert slanted.kerning["A"]["V"] < 0


def test_an_unknown_font_has_no_face() -> None:
    assert face("Futura", bold=False, italic=False) is None


def test_a_symbol_font_has_one_face_for_all_styles() -> None:
    assert is_symbol_font("Wingdings")
    assert not is_symbol_font("Arial")
    assert face("Symbol", bold=True, italic=True) is not None
