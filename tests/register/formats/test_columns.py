from __future__ import annotations

from typing import TYPE_CHECKING

from tests.register.formats.conftest import rows_of

if TYPE_CHECKING:
    from bluf.register import Register


def test_a_row_holds_wording_and_bounds_apart(register: Register) -> None:
    (row,) = (row for row in rows_of(register) if row["id"] == "2025-01-05-a#F1")
    assert row["due"] == "“this year” (by 2025-12-31)"
    assert (row["due_earliest"], row["due_latest"]) == ("", "2025-12-31")
    assert (row["carried"], row["latest_id"]) == ("1", "2025-02-01-b#F1")
    assert row["source_url"] == "https://example.org/a"
