from __future__ import annotations

import pytest
from tests.evidence.formats.conftest import answer, sheet

from bluf.evidence.formats.html.validity import HIDING_WORDS, is_valid

HIDE, SHOW = "{display: none}", "{display: block}"


@pytest.mark.parametrize(
    ("rules", "shown"),
    [
        (f"div.h{HIDE} .h{SHOW}", False),
        (f".h{SHOW} .h{HIDE}", False),
        (f".h{HIDE} .h{SHOW}", True),
        (f"div{{display: none !important}} .h{SHOW}", False),
        (f"@layer a {{div.h{HIDE}}} .h{SHOW}", True),
        (".h{--d: none; display: var(--d)}", False),
        (".h{display: var(--unset, block)}", True),
    ],
)
def test_the_strongest_declaration_wins(rules: str, *, shown: bool) -> None:
    assert answer(sheet(rules)) == ("shown" if shown else "hidden")


def test_the_element_s_own_style_is_stronger_than_a_rule() -> None:
    assert answer(sheet(f".h{HIDE}", 'class="h" style="display: block"')) == "shown"


@pytest.mark.parametrize(
    ("name", "value", "valid"),
    [
        ("display", "nonsense", False),
        ("color", "#fff", True),
        ("color", "whitish", False),
        ("opacity", "0", True),
        ("opacity", "none", False),
        ("font-size", "-1px", False),
        ("font-size", "calc(1px)", True),
        ("height", "auto", True),
        ("height", "tall", False),
        ("unheard-of", "anything", True),
    ],
)
def test_a_browser_passes_over_what_it_does_not_take(name: str, value: str, *, valid: bool) -> None:
    assert is_valid(name, value) is valid


def test_a_value_that_hides_is_never_passed_over() -> None:
    assert all(is_valid(name, value) for name, value in HIDING_WORDS.items())
