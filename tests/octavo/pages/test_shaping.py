from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from octavo.pages.formats import RunFormat
from octavo.pages.reading import End, Reading, Unmeasurable
from octavo.pages.shaping import _changes
from octavo.pages.shaping import shaper as shaper_at

if TYPE_CHECKING:
    from octavo.pages.shaping import Shaper

ARIAL = RunFormat(font="Arial", other_font="Arial", size=200)
MIXED = "different fonts for ASCII and other characters"
CALIBRI = RunFormat(font="Calibri", other_font="Calibri", size=220)


def shaper(run: RunFormat, end: End = End.GREATEST) -> Shaper:
    return shaper_at(run, Reading(end))


def ends(run: RunFormat, text: str) -> tuple[float, float]:
    """The least and the greatest width of a text."""
    return shaper(run, End.LEAST).box(text).width, shaper(run).box(text).width


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
    raised = shaper(replace(ARIAL, raised="superscript"))
    assert raised.width("word") == shaper(replace(ARIAL, size=116)).width("word")
    assert raised.ascent == shaper(ARIAL).ascent


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
        (
            replace(ARIAL, other_font="Calibri"),
            "é",
            "different fonts for ASCII and other characters",
        ),
        (ARIAL, "☃", "the character “☃”, which “Arial” lacks"),
        (ARIAL, "字", "a font for East Asian text that is not named"),
        (replace(ARIAL, east_asian_font="SimSun"), "a字", "the font “SimSun”"),
        (replace(ARIAL, complex_font="Arial"), "سلام", "text in the script of “س”"),
        (ARIAL, "سلام", "the font “”"),
        (replace(ARIAL, right_to_left=True), "12", "the font “”"),
        (replace(ARIAL, shift=60), "a", "text raised or lowered by a distance"),
    ],
)
def test_what_has_no_figures_has_bounds_and_is_said(
    run: RunFormat, text: str, construct: str
) -> None:
    least, greatest = shaper(run, End.LEAST).box(text), shaper(run).box(text)
    assert least.doubt == greatest.doubt == construct
    assert least.width <= greatest.width
    assert least.ascent + least.descent <= greatest.ascent + greatest.descent
    assert least[:4] != greatest[:4]


@pytest.mark.parametrize("sign", ["\u00a0", "\u2002", "\u2003", "\u3000", "\u200e", "\u2011"])
def test_spaces_and_what_is_not_shown_are_exact_in_any_font(sign: str) -> None:
    least, greatest = ends(CALIBRI, f"a{sign}b")
    assert least == greatest
    assert shaper(CALIBRI).box(f"a{sign}b").doubt == ""


def test_a_no_break_space_is_as_wide_as_a_space() -> None:
    assert shaper(CALIBRI).width("\u00a0") == shaper(CALIBRI).width(" ")


def test_an_unknown_font_lies_between_those_it_may_be() -> None:
    least, greatest = ends(RunFormat(font="Univers", other_font="Univers"), "Hamburgefonts")
    calibri, noto = (
        shaper(RunFormat(font=font, other_font=font)).width("Hamburgefonts")
        for font in ("Calibri", "Noto Sans")
    )
    assert least <= calibri < noto <= greatest


def test_ideographs_fill_a_square_and_known_fonts_have_a_height() -> None:
    run = replace(ARIAL, east_asian_font="Noto Sans CJK SC")
    least, greatest = shaper(run, End.LEAST).box("汉字"), shaper(run).box("汉字")
    assert least == greatest._replace(parts=least.parts)
    assert (least.width, least.ascent + least.descent, least.doubt) == (400, 290, "")


@pytest.mark.parametrize(("word", "count"), [("字", 2), ("a字", 3), ("a字a", 4), ("ab字字", 3)])
def test_a_word_changes_so_often_between_scripts_at_most(word: str, count: int) -> None:
    assert _changes(word) == count


def test_east_asian_points_may_hang_into_the_margin() -> None:
    assert ends(ARIAL, "字。") == (200, 400)


def test_space_may_stand_between_scripts() -> None:
    least, greatest = ends(ARIAL, "a字")
    assert least == shaper(ARIAL).width("a") + 200
    assert greatest > least + 50


SIMSUN, SQUARE = {"east_asian_font": "SimSun"}, {"east_asian_font": "Noto Sans CJK SC"}
OWN = {"complex_font": "Arial", "complex_size": 300}


@pytest.mark.parametrize(
    ("text", "more", "widths", "heights"),
    [
        ("Ab", {}, (244.5, 244.5), (188, 42, 188, 42)),
        ("Ab", {"caps": True}, (266.7, 266.7), (188, 42, 188, 42)),
        ("Ab", {"small_caps": True}, (240.0, 240.0), (188, 42, 188, 42)),
        ("Ab", {"small_caps": True, "size": 201}, (240.7, 240.7), (189, 43, 189, 43)),
        ("Ab", {"raised": "subscript", "size": 201}, (141.8, 141.8), (189, 43, 189, 43)),
        ("A☃", {}, (294.7, 330.6), (188, 42, 216, 54)),
        ("A字b", SIMSUN, (444.5, 644.5), (188, 42, 232, 58)),
        ("字", SIMSUN, (200.0, 200.0), (160, 40, 232, 58)),
        ("A字", SQUARE, (333.3, 483.3), (232, 58, 232, 58)),
        ("سلام", OWN, (393.3, 725.4), (282, 63, 282, 63)),
        ("12", {"right_to_left": True, **OWN}, (222.3, 333.7), (188, 42, 282, 63)),
        ("12", {"right_to_left": True, "complex_font": "Arial", "complex_size": 200, "caps": True},
         (222.3, 222.3), (188, 42, 188, 42)),
        ("Ab", {"shift": 60}, (244.5, 244.5), (188, 42, 248, 102)),
        ("é", {"other_font": "Calibri"}, (99.5, 111.2), (188, 42, 194, 50)),
        ("Ab", {"font": "Futura"}, (220.7, 263.8), (186, 42, 214, 59)),
        ("a©", {"font": "Aptos", "other_font": "Aptos"}, (214.9, 326.2), (188, 56, 216, 56)),
    ],
)  # fmt: skip
def test_a_text_lies_between_its_least_and_its_greatest(
    text: str, more: dict[str, Any], widths: tuple[float, ...], heights: tuple[int, ...]
) -> None:
    run = replace(ARIAL, **more)
    found = [shaper(run, end).box(text) for end in (End.LEAST, End.GREATEST)]
    assert tuple(box.width for box in found) == pytest.approx(widths, abs=0.05)
    assert tuple(high for box in found for high in (box.ascent, box.descent)) == heights


@pytest.mark.parametrize(("length", "is_measured"), [(5_000, True), (5_001, False)])
def test_blanks_are_not_of_the_length_of_a_word(length: int, *, is_measured: bool) -> None:
    text = "x" * length + " "
    if is_measured:
        assert shaper(ARIAL).box(text).width == length * 100
    else:
        with pytest.raises(Unmeasurable, match="a word of more than 5,000 characters"):
            shaper(ARIAL).box(text)


@pytest.mark.parametrize(
    ("more", "text", "ending", "slant"),
    [
        ({}, "Ab", 0, 0),
        ({"spacing": 20}, "Ab", -20, 0),
        ({"spacing": 7}, "A\u00ad", 66.7, 0),
        ({"italic": True}, "Ab ", 0, 19),
    ],
)
def test_the_end_of_a_line_needs_room(
    more: dict[str, Any], text: str, ending: float, slant: int
) -> None:
    box = shaper(replace(ARIAL, **more)).box(text)
    assert (round(box.ending, 1), box.slant) == (ending, slant)
    assert round(box.blank, 1) == (55.5 if text.endswith(" ") else 0)


def test_a_font_may_have_figures_for_some_characters() -> None:
    aptos = RunFormat(font="Aptos", other_font="Aptos")
    assert not shaper(aptos).box("plain").doubt
    least, greatest = ends(aptos, "R&D")
    assert least < greatest
    assert shaper(aptos).box("R&D").doubt == "the width of “&” in “Aptos”"
