from __future__ import annotations

import pytest

from octavo.expressions import breaks, is_plain


@pytest.mark.parametrize(
    ("text", "plain", "breaking"),
    [
        ("Đurić, 50 %", True, False),
        ("R&D", False, False),
        ("a\\b", False, False),
        ("a\tb", False, True),
        ("a\ud800", False, True),
    ],
)
def test_markup_is_not_plain_and_what_is_no_text_breaks(
    text: str,
    plain: bool,
    breaking: bool,
) -> None:
    assert (is_plain(text), breaks(text)) == (plain, breaking)
