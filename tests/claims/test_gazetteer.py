from __future__ import annotations

from typing import TYPE_CHECKING

from tests.claims.conftest import broken

if TYPE_CHECKING:
    from tests.claims.conftest import Held


ABSENT = ["place-not-in-source"]


def test_minutes_name_their_town_without_in(held: Held) -> None:
    assert broken(held, "Yakima", "Yakima City Council, minutes.", ", kind: session") == []
    assert broken(held, "Belgrade", "Belgrade objects.", ", kind: session") == ABSENT
