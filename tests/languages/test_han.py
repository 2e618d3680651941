from __future__ import annotations

from decimal import Decimal

import pytest

from bluf.languages.han import han_numbers, han_value


@pytest.mark.parametrize(
    ("run", "value"),
    [
        ("三亿五千万", 350_000_000),
        ("3亿5000万", 350_000_000),
        ("五千三百万", 53_000_000),
        ("三百萬", 3_000_000),
        ("2百万", 2_000_000),
        ("三万亿", 3_000_000_000_000),
        ("十二", 12),
        ("二〇二六", 2026),
        ("一百零五", 105),
    ],
)
def test_a_number_has_its_value_in_signs_and_digits(run: str, value: int) -> None:
    assert han_value(run, "zh") == Decimal(value)


def test_a_number_in_digits_alone_is_none_of_these() -> None:
    found = list(han_numbers("共有12人和三十人", "zh"))
    assert found == [(6, 8, Decimal(30))]
