from __future__ import annotations

import pytest

from bluf.data.typed import typed
from bluf.model import Due
from bluf.views.labels import labels_for
from bluf.views.phrases import due_text, long_date


@pytest.mark.parametrize(
    ("due", "text"),
    [
        ("2025-12-31", "31 Dec 2025"),
        ("very soon", "“very soon”"),
        (
            {"wording": "later this year", "latest": "2025-12-31"},
            "“later this year”, 31 Dec 2025 at the latest",
        ),
        (
            {"wording": "in spring", "earliest": "2026-03-01", "latest": "2026-05-31"},
            "“in spring” (1 Mar 2026 to 31 May 2026)",
        ),
        ({"latest": "2026-05-31"}, "by 31 May 2026"),
        ({"earliest": "2026-03-01"}, "from 1 Mar 2026"),
        ({"after": "ratification"}, "after ratification"),
        ({"latest": "2026-05-31", "after": "F1"}, "by 31 May 2026; after F1"),
    ],
)
def test_a_due_date_is_said_in_words(due: object, text: str) -> None:
    read, _ = typed(due, Due)
    assert due_text(read, labels_for("en")) == text


def test_nothing_owed_by_a_day_says_nothing() -> None:
    assert due_text(None, labels_for("en")) == long_date(None, labels_for("en")) == ""


def test_a_wording_is_quoted_as_the_language_quotes() -> None:
    assert due_text(Due(wording="bientôt"), labels_for("fr")) == "« bientôt »"
