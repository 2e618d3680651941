from __future__ import annotations

import pytest
from msgspec.structs import replace

from octavo.pages.formats import RunFormat
from octavo.pages.obstacles import Unmeasurable
from octavo.pages.shaping import shaper

ARIAL = RunFormat(font="Arial", other_font="Arial", size=200)
CALIBRI = RunFormat(font="Calibri", other_font="Calibri", size=220)


@pytest.mark.parametrize(
    ("font", "size", "height"),
    [
        ("Arial", 180, 207),
        ("Arial", 200, 230),
        ("Arial", 210, 242),
        ("Calibri", 180, 220),
        ("Calibri", 220, 269),
        ("Calibri", 240, 293),
        ("Cambria", 220, 253),
        ("Courier New", 200, 227),
        ("Times New Roman", 200, 231),
        ("Times New Roman", 240, 276),
    ],
)
def test_lines_are_as_high_as_in_libreoffice(font: str, size: int, height: int) -> None:
    found = shaper(RunFormat(font=font, other_font=font, size=size))
    assert found.ascent + found.descent == height


def test_a_text_is_as_wide_as_in_libreoffice() -> None:
    text = "facilitation annex despite objections from two member states and the draft memorandum"
    found = shaper(replace(CALIBRI, size=230))
    assert found.width(text) == pytest.approx(8422.2, abs=0.1)
    kerned = shaper(replace(CALIBRI, size=230, kern_from=20))
    assert kerned.width(text) == pytest.approx(8380.2, abs=0.1)


def test_kerning_begins_at_a_size() -> None:
    small = replace(CALIBRI, kern_from=280)
    assert shaper(small).width("AV") == shaper(CALIBRI).width("AV")
    assert shaper(replace(CALIBRI, kern_from=220)).width("AV") < shaper(CALIBRI).width("AV")


def test_ligatures_are_narrower_than_their_letters() -> None:
    spaced = replace(CALIBRI, spacing=1)
    assert shaper(CALIBRI).width("ff") < shaper(spaced).width("ff") - 2


def test_capitals_spacing_and_scale_change_widths() -> None:
    plain = shaper(ARIAL).width("word")
    assert shaper(replace(ARIAL, caps=True)).width("word") == shaper(ARIAL).width("WORD")
    assert shaper(replace(ARIAL, spacing=20)).width("word") == plain + 80
    assert shaper(replace(ARIAL, scale=50)).width("word") == plain / 2
    assert shaper(replace(ARIAL, raised="superscript")).width("word") < plain * 0.6


def test_small_capitals_mix_two_sizes() -> None:
    small = shaper(replace(ARIAL, size=160)).width("SSESSMENT")
    whole = shaper(ARIAL).width("A") + small
    assert shaper(replace(ARIAL, small_caps=True)).width("Assessment") == pytest.approx(whole)


def test_invisible_characters_have_no_width_and_composed_ones_are_one() -> None:
    assert shaper(ARIAL).width("\u200b\u00ad") == 0
    assert shaper(ARIAL).width("e\u0301") == shaper(ARIAL).width("é")
    assert shaper(ARIAL).width("\u2011") == shaper(ARIAL).width("-")


@pytest.mark.parametrize(
    ("run", "text", "construct"),
    [
        (RunFormat(font="Futura"), "a", "the font “Futura”"),
        (ARIAL, "字", "the character “字”, which “Arial” lacks"),
        (replace(ARIAL, other_font="Calibri"), "é", "different fonts for ASCII"),
        (ARIAL, "x" * 5001, "a word of more than 5,000 characters"),
    ],
)
def test_what_has_no_figures_is_said(run: RunFormat, text: str, construct: str) -> None:
    with pytest.raises(Unmeasurable, match=construct):
        shaper(run).box(text)


def test_a_box_knows_what_its_end_needs() -> None:
    soft = shaper(ARIAL).box("co\u00ad")
    assert soft.ending == shaper(ARIAL).width("-")
    slanted = shaper(replace(ARIAL, italic=True)).box("word ")
    assert slanted.slant == 230 // 12
    assert slanted.blank == shaper(ARIAL).width(" ")
    assert shaper(replace(ARIAL, spacing=20)).box("word").ending == -20
