from __future__ import annotations

import pytest
from tests.evidence.formats.conftest import WORDS, answer, styled

from bluf.evidence.formats.html.harmless import is_harmless


@pytest.mark.parametrize(
    "style",
    [
        "vanish: now",
        "-webkit-vanish: 1",
        "vanish: none; vanish: all",
        "transform-origin: -9000px 0",
        "-webkit-transform-origin-x: 8000px",
        "border-image: linear-gradient(#fff, #fff) 1 fill",
        "text-align-last: right",
        "border-spacing: 4000px 0",
        "column-height: 40px",
        "shape-outside: inset(0 50% 0 0)",
    ],
)
def test_a_property_that_is_not_known_to_be_harmless_is_in_doubt(style: str) -> None:
    name = style.rpartition("; ")[2].partition(":")[0]
    told = answer(styled(style))
    assert f"“{name}: " in told
    assert told.endswith("(its “style”) is not known to leave words seen")


def test_an_unknown_property_is_named_with_its_rule() -> None:
    told = answer(f"<style>.a {{ vanish: now }}</style><div class=a><p>{WORDS}</p></div>")
    assert "“vanish: now” (style sheet 1, rule “.a”)" in told


def test_an_unknown_property_of_written_words_is_in_doubt() -> None:
    page = f"<style>.a::before {{ content: '{WORDS}'; vanish: now }}</style><p class=a>They spoke."
    assert "vanish" in answer(page)


def test_an_unknown_property_at_the_end_of_an_animation_is_in_doubt() -> None:
    page = "<style>@keyframes k { to { vanish: now } }</style>"
    assert answer(page + styled("animation: k 1s forwards")) == "the animation “k” may hide it"


@pytest.mark.parametrize(
    "style",
    [
        "vanish: initial",
        "vanish: now; vanish: unset",
        "border-right: 2px solid; border-end-end-radius: 9px; outline-style: dotted",
        "border-block-start-color: red; corner-top-left-shape: round",
        "font-feature-settings: 'kern'; text-rendering: auto; ruby-position: over",
        "fill-rule: evenodd; mask-size: 10px; stroke-linecap: round",
        "transition: all 1s; view-transition-name: a; transform-style: flat",
        "scroll-margin-block-start: 2em; user-select: none; caret-color: red",
        "-webkit-tap-highlight-color: red; -webkit-border-start-color: red",
        "-webkit-overflow-scrolling: touch; -moz-osx-font-smoothing: auto; behavior: url(a.htc)",
        "-ms-flex: 1; -o-transition: none; mso-line-height-rule: exactly; _height: 1px",
        "space-after: 4mm; keep-with-next: always",
        "transform-origin: 50% 0; border-spacing: 4px; padding-bottom: 56.25%",
        "text-align-last: justify; border-image: linear-gradient(red, blue) 1",
        "-moz-transform: none; -moz-box-sizing: border-box; -moz-user-select: none",
    ],
)
def test_a_property_that_hides_nothing_is_not_in_doubt(style: str) -> None:
    assert answer(styled(style)) == "shown"


@pytest.mark.parametrize(
    "style",
    [
        "-webkit-margin-start: -9999px",
        "-webkit-logical-height: 0; overflow: hidden",
        "-webkit-max-logical-width: 0; overflow: hidden",
    ],
)
def test_another_name_of_a_property_is_taken_for_it(style: str) -> None:
    assert answer(styled(style)) == "hidden"


def test_what_only_some_browsers_take_is_in_doubt_where_it_would_hide() -> None:
    assert "not every browser takes it" in answer(styled("-moz-transform: scale(0)"))
    assert answer(styled("-moz-transform: scale(0); transform: none")) == "shown"


def test_custom_properties_are_no_unknown_ones() -> None:
    assert answer(styled("--vanish: now")) == "shown"
    assert not is_harmless("vanish")
