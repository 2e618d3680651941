"""Values of CSS in pixels, as far as they are known."""

from __future__ import annotations

import pytest

from bluf.evidence.formats.html.values import (
    _MOST_DEEP,
    font_size,
    four_sides,
    length,
    number,
    resolved,
)


@pytest.mark.parametrize(
    ("value", "pixels"),
    [
        ("0", 0.0), ("12px", 12.0), ("-3px", -3.0), ("3pt", 4.0), ("1pc", 16.0), ("1in", 96.0),
        ("1cm", 37.8), ("10mm", 37.8), ("4q", 3.78), ("2rem", 32.0), ("2em", 40.0), ("2ex", 20.0),
        ("2ch", 20.0), ("1lh", 24.0), ("1cap", 14.0), ("1ic", 20.0), ("10vw", 128.0),
        ("10dvw", 128.0), ("10lvw", 128.0), ("10svw", 128.0), ("10vi", 128.0), ("10vmax", 128.0),
        ("10vh", 80.0), ("10dvh", 80.0), ("10lvh", 80.0), ("10svh", 80.0), ("10vb", 80.0),
        ("10vmin", 80.0), ("2cqw", 6.0), ("2cqmax", 6.0), ("10%", 20.0), ("10PX", 10.0),
    ],
)  # fmt: skip
def test_lengths(value: str, pixels: float) -> None:
    """The screen is 1280 by 800 pixels, the font of 20, the whole of 200."""
    assert length(value, 20.0, 200.0) == pytest.approx(pixels)


@pytest.mark.parametrize(
    ("value", "pixels"),
    [
        ("calc(1px + 2px)", 3.0),
        ("calc(10px - 2px - 3px)", 5.0),
        ("calc(2px * 3)", 6.0),
        ("calc(2 * 3px / 4)", 1.5),
        ("calc(1px + 2px * 3)", 7.0),
        ("calc((1px + 2px) * 3)", 9.0),
        ("calc(50% - 1em)", 80.0),
        ("-webkit-calc(1px + 1px)", 2.0),
        ("min(3px, 2px, 9px)", 2.0),
        ("max(3px, 2px, 9px)", 9.0),
        ("clamp(1px, 5px, 3px)", 3.0),
        ("clamp(2px, 1px, 3px)", 2.0),
        ("clamp(1px, 2px, 3px)", 2.0),
        ("abs(-4px)", 4.0),
        ("mod(7px, 5px)", 2.0),
        ("mod(-7px, 5px)", 3.0),
        ("rem(-7px, 5px)", -2.0),
        ("round(7px, 5px)", 5.0),
        ("round(7.5px, 5px)", 10.0),
        ("round(2.4)", 2.0),
        ("round(nearest, 8px, 5px)", 10.0),
        ("round(up, 6px, 5px)", 10.0),
        ("round(down, -6px, 5px)", -10.0),
        ("round(to-zero, -9px, 5px)", -5.0),
        ("calc(6px / 2 / 3)", 1.0),
        ("calc(6px / 4 * 2)", 3.0),
        ("calc(-1 * (2px - 5px))", 3.0),
        ("env(safe-area-inset-top)", 0.0),
        ("env(other, 7px)", 7.0),
    ],
)
def test_lengths_that_are_worked_out(value: str, pixels: float) -> None:
    assert length(value, 20.0, 200.0) == pytest.approx(pixels)


@pytest.mark.parametrize(
    "value",
    ["auto", "12furlongs", "calc(1px / 0)", "calc(1px +)", "clamp(1px, 2px)", "calc(1px, 2px)",
     "abs(1px, 2px)", "env(other)", "sin(1)", "calc(1px ^ 2)", "mod(1px, 0)", "rem(1px)",
     "round(odd, 1px, 2px)", "round(1px, 0)",
     "calc(1px + auto)", "calc(2 3)", "min()", "1px 2px", ""],
)  # fmt: skip
def test_what_is_not_known_is_no_length(value: str) -> None:
    assert length(value, 20.0, 200.0) is None


def test_a_share_of_nothing_known_is_no_length() -> None:
    assert length("10%", 20.0) is None


@pytest.mark.parametrize(
    ("value", "found"), [("0.5", 0.5), ("50%", 0.5), ("1e1", 10.0), ("5px", None), ("x", None)]
)
def test_numbers_have_no_unit(value: str, found: float | None) -> None:
    assert number(value) == found


@pytest.mark.parametrize(
    ("value", "pixels"),
    [
        ("medium", 16.0), ("xx-small", 9.0), ("x-small", 10.0), ("small", 13.0), ("large", 18.0),
        ("x-large", 24.0), ("xx-large", 32.0), ("xxx-large", 48.0), ("smaller", 10.0),
        ("larger", 14.4), ("50%", 6.0), ("2em", 24.0), ("3px", 3.0), ("tiny", None),
    ],
)  # fmt: skip
def test_sizes_of_letters_follow_the_parent_of_12(value: str, pixels: float | None) -> None:
    assert font_size(value, 12.0) == (pixels if pixels is None else pytest.approx(pixels))


@pytest.mark.parametrize(
    ("parts", "sides"), [("a", "aaaa"), ("ab", "abab"), ("abc", "abcb"), ("abcd", "abcd")]
)
def test_a_shorthand_names_four_sides(parts: str, sides: str) -> None:
    assert "".join(four_sides([*parts])) == sides


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("1px", "1px"),
        ("var(--a)", "2px"),
        ("calc(var(--a) + 1px)", "calc(2px + 1px)"),
        ("var(--b)", "2px"),
        ("var(--none, 3px)", "3px"),
        ("var(--none, var(--a))", "2px"),
        ("var(--none)", None),
        ("var(--round)", None),
        ("calc(var(--none))", None),
    ],
)
def test_variables_are_put_in(value: str, found: str | None) -> None:
    variables = {"--a": "2px", "--b": " var(--a) ", "--round": "var(--round)"}
    said = resolved(value, variables)
    assert (said.strip() if said else said) == found


@pytest.mark.parametrize("opening", ["calc(", "(", "env(other, ", "max("])
def test_functions_stand_within_each_other_up_to_a_depth(opening: str) -> None:
    for more, pixels in ((1, 7.0), (2, None)):
        deep = _MOST_DEEP + more
        assert length(opening * deep + "7px" + ")" * deep, 20.0, 200.0) == pixels


def test_a_variable_stands_in_for_another_up_to_a_depth() -> None:
    for more, found in ((1, "7px"), (2, None)):
        deep = _MOST_DEEP + more
        assert resolved("var(--a, " * deep + "7px" + ")" * deep, {}) == found
