"""A figure or date is borne out by a source of any language, and a false one is found."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bluf.claims.alike import _keys

if TYPE_CHECKING:
    from tests.claims.conftest import Rules

TAGS = ("ar", "de", "en", "es", "fr", "pt", "ru", "sr-Latn", "sr-Cyrl", "zh")
FEW = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("tag", TAGS)
@FEW
@given(number=st.integers(10_000, 10**9), other=st.integers(10_000, 10**9))
def test_a_figure(rules: Rules, tag: str, number: int, other: int) -> None:
    source = format_decimal(number, locale=Locale.parse(tag.replace("-", "_")))
    found = rules(f"They gave {other} in aid.", source, tag)
    assert ("figure-not-found" in found) is (number != other)


@pytest.mark.parametrize("tag", TAGS)
@FEW
@given(
    day=st.dates(dt.date(1950, 1, 1), dt.date(2020, 1, 1)),
    other=st.dates(dt.date(1950, 1, 1), dt.date(2020, 1, 1)),
)
def test_a_date(rules: Rules, tag: str, day: dt.date, other: dt.date) -> None:
    source = format_date(day, "long", locale=Locale.parse(tag.replace("-", "_")))
    told = format_date(other, "long", locale="en_001")
    found = rules(f"They met on {told}.", source, tag)
    assert ("date-not-found" in found) is (day != other)


def test_words_of_one_length_are_sought_in_the_order_of_their_text() -> None:
    text = "sigma alpha omega delta gamma theta kappa"
    assert _keys(text, "en")[0] == text.split()


@pytest.mark.thorough
def test_a_ledger_is_the_same_in_every_process() -> None:
    folders = Path(__file__).parent / "briefs", Path(__file__).parents[2] / "briefs"
    told = [
        subprocess.run(
            [sys.executable, "-c", _LEDGERS, *folders],
            check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    ]  # fmt: skip
    assert told[0].count(b"Claim(") > 800
    assert told[0] == told[1] == told[2]


_LEDGERS = """
import sys
from pathlib import Path
from bluf.claims import proven
from bluf.data import read
for folder in sys.argv[1:]:
    for path in sorted(Path(folder).glob("*/brief.yaml")):
        found = proven(read(path))
        print(found.proof.ledger, found.findings)
"""
