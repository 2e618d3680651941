from __future__ import annotations

import pytest

from octavo.ooxml import Hiding


@pytest.mark.parametrize(
    ("paragraph", "run", "hidden"),
    [
        ("Hidden", None, True),
        ("Plain", None, False),
        ("Hidden", "Secret", False),
        (None, "Secret", True),
    ],
)
def test_two_styles_that_both_hide_cancel_each_other_out(
    paragraph: str | None, run: str | None, *, hidden: bool
) -> None:
    styles = Hiding(frozenset({"Hidden", "Secret"}), defaults={"paragraph": "Plain"})
    assert styles.hidden(paragraph, run) is hidden


def test_the_default_style_holds_where_none_is_named() -> None:
    assert Hiding(frozenset({"Normal"}), defaults={"paragraph": "Normal"}).hidden(None, None)
    assert Hiding(hides_all=True).hidden("Plain", None)
