from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bluf.data.typed import typed
from bluf.model import Brief
from bluf.roundtrip.records import compare_records

if TYPE_CHECKING:
    from bluf.roundtrip.records import RecordDifference

FIELDS: dict[str, Any] = {
    "id": "b",
    "title": "Talks",
    "date": "2026-03-01",
    "to": "Minister",
    "from": "Desk",
    "bottom_line": "Agreed.",
    "parties": {"aa": {"name": "A"}, "bb": {"name": "B"}},
    "outcomes": [
        {"id": "O1", "statement": "A pact", "strength": "agreed"},
        {"id": "O2", "statement": "A road", "strength": "discussed"},
    ],
    "lines_to_take": ["Say yes", "Say no"],
}


def differences(**changes: object) -> list[tuple[str, str, str, str]]:
    one, other = (typed(fields, Brief)[0] for fields in (FIELDS, {**FIELDS, **changes}))
    assert one is not None
    assert other is not None
    found: list[RecordDifference] = list(compare_records(one, other))
    return [(".".join(each.field), each.before, each.now, each.what) for each in found]


def test_a_field_that_differs_is_named_by_the_id_of_its_item() -> None:
    first, second = FIELDS["outcomes"]
    assert differences() == []
    assert differences(outcomes=[first, {**second, "strength": "agreed"}]) == [
        ("outcomes.O2.strength", "discussed", "agreed", "changed")
    ]


def test_items_come_go_and_move() -> None:
    first, second = FIELDS["outcomes"]
    assert differences(outcomes=[first]) == [("outcomes.O2", "A road", "", "deleted")]
    assert differences(outcomes=[second, first]) == [("outcomes", "O1, O2", "O2, O1", "moved")]
    new = {"id": "O3", "statement": "A bridge", "strength": "agreed"}
    assert differences(outcomes=[first, second, new]) == [("outcomes.O3", "", "A bridge", "added")]
    assert differences(lines_to_take=["Say no", "Say yes"]) == [
        ("lines_to_take", "Say yes; Say no", "Say no; Say yes", "moved")
    ]
