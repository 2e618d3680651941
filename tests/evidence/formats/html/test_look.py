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
