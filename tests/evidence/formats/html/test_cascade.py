from __future__ import annotations

import pytest
from tests.evidence.formats.conftest import answer, sheet

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
