from __future__ import annotations

from tests.verification.conftest import words

from bluf.verification import QuotedAs


def test_cells_of_a_column_of_quotations_are_quoted() -> None:
    text = "| Side | Quote |\n|---|---|\n| A | words of a |\n| B | “words of b” |\n"
    assert words(text) == [("words of a", QuotedAs.CELL), ("words of b", QuotedAs.MARKS)]
