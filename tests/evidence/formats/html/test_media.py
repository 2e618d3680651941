from __future__ import annotations

import pytest
import tinycss2
from tests.evidence.formats.conftest import answer, sheet

from bluf.evidence.formats.html import media

HIDE = "{display: none}"


@pytest.mark.parametrize(
    "rules",
    [
        f".h{HIDE}",
        f"@media screen and (min-width: 600px) {{.h{HIDE}}}",
        f"@media (400px <= width <= 2000px) {{.h{HIDE}}}",
        f"@media (width > 400px) and (orientation: landscape) {{.h{HIDE}}}",
        f"@media (hover) and (color) {{.h{HIDE}}}",
        f"@media not all and (max-width: 10px) {{.h{HIDE}}}",
        f"@media (not (max-width: 10px)) {{.h{HIDE}}}",
        f"@media (max-width: 10px) or (height: 800px) {{.h{HIDE}}}",
        f"@media only screen {{.h{HIDE}}}",
        f"@media (resolution: 1dppx) {{.h{HIDE}}}",
        f"@media (min-resolution: 96dpi) and (-webkit-min-device-pixel-ratio: 1) {{.h{HIDE}}}",
        f"@supports (display: grid) and (not (nonsense: 1)) {{.h{HIDE}}}",
        f"@supports (--x: 1) and selector(a b) {{.h{HIDE}}}",
        f"@layer low, high; @layer high {{.h{HIDE}}} @layer low {{.h{{display: block}}}}",
        f"@layer {{.h{HIDE}}}",
        f"@layer a {{@layer b {{.h{HIDE}}}}}",
        "@layer a {.h{display: none !important}} .h{display: block !important}",
        f"@scope (body) to (.x) {{:scope .h{HIDE}}}",
        f"body{{div&, & .h{HIDE} @media screen{{color: red}}}}",
        f"body{{.h{HIDE}}}",
        "@import 'data:text/css;base64,LmgKe2Rpc3BsYXk6bm9uZX0=' screen;",
        "@import url(data:text/css,.h%7Bdisplay:none%7D);",
        f".x, .h{HIDE}",
        f".h::marker{{color: red}} .h{HIDE}",
        f".h:focus-visible{{display: block}} .h{HIDE}",
        f"@keyframes x {{from{{top: 0}}}} @charset 'x'; @media; .h{HIDE}",
    ],
)
def test_a_rule_that_applies_hides(rules: str) -> None:
    assert answer(sheet(rules)) == "hidden"


@pytest.mark.parametrize(
    "rules",
    [
        f"@media print {{.h{HIDE}}}",
        f"@media (max-width: 600px) {{.h{HIDE}}}",
        f"@media (width < 400px) {{.h{HIDE}}}",
        f"@media (400px > width) {{.h{HIDE}}}",
        f"@media (grid) {{.h{HIDE}}}",
        f"@supports (nonsense: 1) {{.h{HIDE}}}",
        f".h:hover{HIDE}",
        f".h:focus-visible{HIDE}",
        f".h::before{HIDE}",
        f".h::-webkit-scrollbar{HIDE}",
        f".h:foo(({HIDE}",
        f".h:open{HIDE}",
        f".h:new-state > {HIDE}",
        f"@layer a {{.h{HIDE}}} .h{{display: block}}",
        "@import url(data:text/css,.h%7Bdisplay:none%7D) print;",
        "@import;",
    ],
)
def test_a_rule_that_does_not_apply_hides_nothing(rules: str) -> None:
    assert answer(sheet(rules)) == "shown"


@pytest.mark.parametrize(
    ("rules", "cause"),
    [
        (f"@media (new-thing: 1) {{.h{HIDE}}}", "cannot be decided"),
        (f"@media (width >= 10new) {{.h{HIDE}}}", "cannot be decided"),
        (f"@media (new-thing) {{.h{HIDE}}}", "cannot be decided"),
        (f"@media (aspect > 1) {{.h{HIDE}}}", "cannot be decided"),
        (f"@media (hover) and (color) or (grid) {{.h{HIDE}}}", "cannot be decided"),
        (f"@media screen and new(1) {{.h{HIDE}}}", "cannot be decided"),
        (f"@container (width > 1px) {{.h{HIDE}}}", "cannot be decided"),
        (f"@supports (-new-thing: 1) {{.h{HIDE}}}", "cannot be decided"),
        ("@import url(data:text/css,.h%7Bdisplay:none%7D) (new: 1);", "@import"),
        (f".h:new-state{HIDE}", "cannot be matched"),
        (f":new-state{HIDE}", "cannot be matched"),
    ],
)
def test_a_rule_of_which_nobody_knows_is_a_doubt(rules: str, cause: str) -> None:
    assert cause in answer(sheet(rules))


def test_a_list_of_media_queries_may_be_empty() -> None:
    assert media.holds("") is True
    assert media.holds("print, (color)") is True
    assert media.holds("(width =< 3px)") is None
    assert media.holds("(min-new: 3px)") is None
    assert media.holds("(max-resolution: 1x)") is True


QUERIES = {
    True: """
        screen|all|only screen|not print|(width)|(color)|(hover)|(scripting)|(orientation)
        (min-width: 1280px)|(max-width: 1280px)|(width: 1280px)|(device-width: 1280px)
        (min-height: 800px)|(max-height: 800px)|(height: 800px)|(device-height: 800px)
        (width > 1279px)|(width < 1281px)|(width >= 1280px)|(width <= 1280px)|(width = 1280px)
        (1279px < width)|(1281px > width)|(1280px <= width)|(1280px >= width)|(1280px = width)
        (1279px < width < 1281px)|(801px > height >= 800px)
        (resolution: 1dppx)|(resolution: 96dpi)|(max-resolution: 1x)|(min-resolution: 1.0)
        (-webkit-min-device-pixel-ratio: 1)|(-webkit-max-device-pixel-ratio: 1)
        (min-device-pixel-ratio: 0.5)|(resolution > 95dpi)|(width: 80em)
        (orientation: landscape)|(pointer: fine)|(any-hover: hover)|(grid: 0)|(update: fast)
        (prefers-color-scheme: light)|(display-mode: browser)|(dynamic-range: standard)
        print, screen|screen and (hover)|(hover) and (color)|(grid) or (color)|not (grid)
        (not (grid))|((hover) and (color))|(other) or (color)|screen, (other)
    """,
    False: """
        print|tty|not screen|not all|only print|(grid)|(monochrome)|(inverted-colors)
        (min-width: 1281px)|(max-width: 1279px)|(width: 1279px)|(min-height: 801px)
        (width > 1280px)|(width < 1280px)|(width >= 1281px)|(1280px < width)|(1280px > width)
        (1279px < width < 1280px)|(1280px < width < 1281px)|(max-resolution: 95dpi)
        (min-resolution: 97dpi)|(resolution: 2dppx)|(-webkit-min-device-pixel-ratio: 1.5)
        (-webkit-max-device-pixel-ratio: 0.5)|(orientation: portrait)|(pointer: coarse)
        (prefers-color-scheme: dark)|print and (hover)|screen and (grid)|(hover) and (grid)
        (grid) or (monochrome)|not (hover)|print, tty|(other) and (grid)|print and (other)
    """,
    None: """
        (other)|(other: 1)|(min-other: 1px)|(width: wide)|(width > wide)|(1px <> width)
        (resolution: infinite)|screen and (other)|not (other)|(hover) and (other)
        (grid) or (other)|(hover) and (color) or (grid)|print, (other)|(1px < other)
        (resolution: 1.0.0)|general(x)
    """,
}


@pytest.mark.parametrize(("holds", "queries"), list(QUERIES.items()))
def test_queries_hold_on_a_usual_screen_or_nobody_knows(
    *, holds: bool | None, queries: str
) -> None:
    for query in "|".join(map(str.strip, queries.strip().splitlines())).split("|"):
        assert (query, media.holds(query)) == (query, holds)
    assert media.holds("") is True


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("(prefers-color-scheme: dark)", True),
        ("(prefers-color-scheme: light)", False),
        ("(prefers-color-scheme)", True),
        ("(width: 1280px)", True),
    ],
)
def test_a_dark_scheme_answers_for_itself(*, query: str, expected: bool) -> None:
    assert media.holds(query, dark=True) is expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("(color: red)", True),
        ("(--own: 1)", True),
        ("(nonsense: 1)", False),
        ("(-x-own: 1)", None),
        ("selector(a b)", True),
        ("font-tech(color)", None),
        ("style(color: red)", None),
        ("not (color: red)", False),
        ("(color: red) and (nonsense: 1)", False),
        ("(color: red) or (nonsense: 1)", True),
        ("((color: red) or (nonsense: 1)) and (color: red)", True),
    ],
)
def test_conditions_of_support(*, condition: str, expected: bool | None) -> None:
    tokens = tinycss2.parse_component_value_list(condition)
    assert media.supports(tokens, frozenset({"color"})) is expected
