from __future__ import annotations

import pytest
from tests.evidence.formats.conftest import WORDS, answer, styled


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("color: black", "shown"),
        ("color: white", "hidden"),
        ("color: white; background-color: navy", "shown"),
        ("font-size: 1px", "hidden"),
        ("opacity: 0", "hidden"),
        ("visibility: hidden", "hidden"),
    ],
)
def test_letters_are_seen_by_their_size_and_contrast(style: str, shown: str) -> None:
    assert answer(styled(style)) == shown


def test_what_an_element_holds_may_be_visible_though_it_is_not() -> None:
    inner = f'<b style="visibility: visible">{WORDS}</b>'
    assert answer(f'<div style="visibility: hidden">{inner}</div>') == "shown"
    assert answer(f'<div style="display: none">{inner}</div>') == "hidden"


FAINT = "its letters are very faint"
DARK = "background-color: rgb(0 0 0 / {}%)"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("color: #f3f3f3", "hidden"),
        ("color: #f2f2f2", FAINT),
        ("color: #e8e8e8", FAINT),
        ("color: #e7e7e7", "shown"),
        ("font-size: 2px", "hidden"),
        ("font-size: 2.1px", "its letters are 2.1 pixels high"),
        ("font-size: 3.9px", "its letters are 3.9 pixels high"),
        ("font-size: 4px", "shown"),
        ("font-size: 0.2rem", "its letters are 3.2 pixels high"),
        ("font-size: 0.25rem", "shown"),
        ("font-size: 12.5%", "hidden"),
        ("font-size: initial", "shown"),
        ("zoom: 0.1", "hidden"),
        ("zoom: 0.2", "its letters are 3.2 pixels high"),
        ("zoom: 0.25", "shown"),
        ("opacity: 0.04", "hidden"),
        ("opacity: 0.05", FAINT),
        ("opacity: 0.09", FAINT),
        ("opacity: 0.1", "shown"),
        ("color: rgb(0 0 0 / 4%)", "hidden"),
        ("color: rgb(0 0 0 / 10%)", "shown"),
        ("color: initial", "shown"),
        ("-webkit-text-fill-color: white", "hidden"),
        ("text-decoration-line: line-through", "hidden"),
        ("visibility: collapse", "hidden"),
        ("direction: rtl", "shown"),
        ("direction: rtl; unicode-bidi: bidi-override", "hidden"),
        (f"color: white; {DARK.format(4)}", "hidden"),
        (f"color: white; {DARK.format(7)}", FAINT),
        (f"color: white; {DARK.format(10)}", "shown"),
        ("color: white; background-image: linear-gradient(white, black)", "shown"),
        ("color: white; background-image: linear-gradient(white, #f3f3f3)", "hidden"),
        ("color: white; background-image: url(a.png)", "shown"),
        ("color: white; box-shadow: inset 0 0 0 16px black", "shown"),
        ("color: white; box-shadow: inset 0 0 0 15px black", "hidden"),
        ("color: transparent; background-clip: text; background-color: black", "shown"),
        (
            (
                "color: transparent; background-clip: text;"
                " background-image: linear-gradient(white, white)"
            ),
            "hidden",
        ),
        ("color-scheme: dark; color: white", "hidden"),
        ("color-scheme: dark", "shown"),
    ],
)
def test_what_is_seen_begins_at_a_size_and_a_contrast(style: str, expected: str) -> None:
    assert answer(styled(style)) == expected
