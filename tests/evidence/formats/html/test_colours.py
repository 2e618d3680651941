"""Colours of CSS; those of other spaces are those of CSS Color 4, nearly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence.formats.html.colours import (
    BLACK,
    LINK,
    WHITE,
    colour,
    colours_in,
    contrast,
    over,
)

if TYPE_CHECKING:
    from bluf.evidence.formats.html.colours import Colour


def hexadecimal(found: Colour | None) -> str:
    if found is None:
        return "none"
    alpha = "" if found[3] == 1 else f"/{found[3]:.2g}"
    return "".join(f"{round(part):02x}" for part in found[:3]) + alpha


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("red", "ff0000"),
        ("#12345680", "123456/0.5"),
        ("rgb(300 -5 0 / 2)", "ff0000"),
        ("transparent", "000000/0"),
        ("currentcolor", "none"),
        ("nocolour", "none"),
        (")", "none"),
        ("hsl(120 100% 25%)", "008000"),
        ("hwb(0 50% 0%)", "ff8080"),
        ("color(srgb 0.2 0.4 1)", "3366ff"),
        ("color(prophoto-rgb 1 1 1)", "ffffff"),
        ("color(--own 1 1 1)", "none"),
        ("color(srgb-linear 0.5 0.5 0.5)", "bcbcbc"),
        ("color(srgb-linear 0.002 0.0031 0)", "070a00"),
        ("color(xyz-d65 0.9505 1 1.089)", "ffffff"),
        ("color(xyz-d65 0.4124 0.2126 0.0193)", "ff0000"),
        ("color(xyz-d65 0.1 0.2 0.3)", "009391"),
        ("color(xyz-d50 0.9643 1 0.8251)", "ffffff"),
        ("lab(29.2345% 39.3825 20.0664)", "7f2428"),
        ("lch(52.2345% 72.2 56.2)", "cb5c06"),
        ("oklab(40.101% 0.1147 0.0453)", "7d2329"),
        ("oklch(59.686% 0.15619 49.7694)", "c65d06"),
    ],
)
def test_colours(value: str, expected: str) -> None:
    assert hexadecimal(colour(value)) == expected


@pytest.mark.parametrize(
    ("names", "expected", "dark"),
    [
        ("canvas", "ffffff", "121212"),
        ("field", "ffffff", "3b3b3b"),
        ("canvastext fieldtext", "000000", "ffffff"),
        ("LinkText", "0000ee", "9e9eff"),
        ("-webkit-link", "0000ee", "0000ee"),
        ("buttontext buttonborder highlighttext marktext", "000000", "000000"),
        ("selecteditemtext accentcolortext", "ffffff", "ffffff"),
        ("buttonface", "efefef", "efefef"),
        ("highlight", "b5d5ff", "b5d5ff"),
        ("selecteditem", "1967d2", "1967d2"),
        ("accentcolor", "0075ff", "0075ff"),
        ("mark", "ffff00", "ffff00"),
        ("graytext", "808080", "808080"),
        ("visitedtext", "551a8b", "551a8b"),
        ("activetext", "ff0000", "ff0000"),
    ],
)
def test_colours_of_the_system(names: str, expected: str, dark: str) -> None:
    for name in names.split():
        assert hexadecimal(colour(name)) == expected
        assert hexadecimal(colour(name, dark=True)) == dark


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("color-mix(in srgb, red, blue)", "800080"),
        ("color-mix(in srgb, red 25%, blue)", "4000bf"),
        ("color-mix(in srgb, red, blue 25%)", "bf0040"),
        ("color-mix(in srgb, red, transparent)", "ff0000/0.5"),
        ("color-mix(in srgb, transparent, transparent)", "000000/0"),
        ("color-mix(in srgb, red 20%, rgb(0 0 255 / 50%))", "5500aa/0.6"),
        ("color-mix(in srgb, red)", "none"),
        ("color-mix(in srgb, red, nocolour)", "none"),
        ("light-dark(red, blue)", "ff0000"),
    ],
)
def test_colours_that_are_mixed_or_chosen(value: str, expected: str) -> None:
    assert hexadecimal(colour(value)) == expected


def test_a_dark_scheme_has_the_other_colour() -> None:
    assert hexadecimal(colour("light-dark(red, blue)", dark=True)) == "0000ff"


def test_every_colour_of_a_value_is_found_in_its_order() -> None:
    found = colours_in("linear-gradient(to left, red, rgb(0 0 9), #fff), url(a.png)")
    assert [hexadecimal(each) for each in found] == ["ff0000", "000009", "ffffff"]


def test_a_colour_on_its_ground() -> None:
    ground = (0.0, 200.0, 50.0, 1.0)
    assert over((100.0, 100.0, 100.0, 0.25), ground) == (25.0, 175.0, 62.5, 1.0)
    assert contrast((100.0, 100.0, 100.0, 1.0), ground) == 100.0


def test_colours_that_have_a_name_are_those_of_the_system() -> None:
    assert (colour("black"), colour("white"), colour("linktext")) == (BLACK, WHITE, LINK)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("rgb(from red r g b)", "ff0000"),
        ("RGB(From red r g b / 50%)", "ff0000/0.5"),
        ("rgb(from rgb(9 9 9 / 0.5) r g b)", "090909/0.5"),
        ("rgb(from #336699 calc(r * 2) b g / calc(alpha / 2))", "669966/0.5"),
        ("color(from green srgb r g b)", "008000"),
        ("color(from green display-p3 r g b)", "none"),
        ("hsl(from blue h s calc(l - 10))", "0000cc"),
        ("oklch(from #336699 l c h)", "336699"),
        ("oklab(from #000 1 a b)", "ffffff"),
        ("lab(from red l a b)", "none"),
        ("rgb(from currentcolor r g b)", "none"),
    ],
)
def test_a_colour_is_made_of_the_channels_of_another(value: str, expected: str) -> None:
    assert hexadecimal(colour(value)) == expected
