from __future__ import annotations

import pytest
from msgspec.structs import replace

from bluf.roundtrip.changes import Disposition, FieldChange
from octavo.location import FileLocation

CHANGE = FieldChange(
    ("requests", "R1", "ask"),
    "Half",
    "All",
    "Ann",
    FileLocation("a.docx"),
    Disposition.CONFLICT,
    value="All",
    ours="A third",
    reason="changed meanwhile",
)


@pytest.mark.parametrize(
    ("fate", "value", "can_be"),
    [
        (Disposition.TAKEN, None, True),
        (Disposition.CONFLICT, "All", True),
        (Disposition.CONFLICT, None, False),
        (Disposition.REFUSED, "All", False),
        (Disposition.SAME, "All", False),
    ],
)
def test_only_what_has_a_place_can_be_decided(
    fate: Disposition, value: str | None, *, can_be: bool
) -> None:
    assert replace(CHANGE, fate=fate, value=value).can_be_decided is can_be


def test_a_person_takes_a_change_types_another_text_or_leaves_it() -> None:
    taken = CHANGE.decided(take=True)
    assert (taken.fate, taken.value, taken.reason, taken.ours) == (Disposition.TAKEN, "All", "", "")
    typed = CHANGE.decided(take=True, text="Most")
    assert (typed.value, typed.now) == ("Most", "Most")
    assert CHANGE.decided(take=False) == replace(CHANGE, fate=Disposition.LEFT)
