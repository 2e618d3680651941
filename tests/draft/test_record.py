"""The record of a meeting of three sides names all three."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.record import DeskInput, record_of

if TYPE_CHECKING:
    from tests.draft.conftest import Read

    from bluf.model import Brief

TEXT = """12 May 2026

Mr. Tomas Ruiz, Minister of Economy, Trade and Industry of Japan, Mrs. Anna Berg, Minister of \
Trade of Norway, and Ms. Eva Lund, Minister of Trade and Shipping of Canada, met in Porthaven on \
12 May 2026.
They agreed to hold a second round of ferry talks next month in Porthaven.
"""


@pytest.fixture
def brief(account: Read) -> Brief:
    source = account(TEXT, language="en")
    return record_of((source,), source.candidates, DeskInput()).brief


def test_an_action_that_three_agreed_on_is_owed_by_all(brief: Brief) -> None:
    assert [each.owner for each in brief.follow_ups] == ["all sides"]


def test_the_title_names_all_three(brief: Brief) -> None:
    assert set(brief.title.split(":")[0].split("–")) == {"Japan", "Norway", "Canada"}


def test_who_met_where_is_no_outcome(brief: Brief) -> None:
    assert [each.statement for each in brief.outcomes] == [
        "Hold a second round of ferry talks next month in Porthaven"
    ]
