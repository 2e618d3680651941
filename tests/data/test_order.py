from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.data.decode import in_order
from bluf.rules import finding
from octavo.location import FileLocation, SheetLocation, TextLocation

if TYPE_CHECKING:
    from octavo.location import Location


def test_findings_stand_as_their_places_do() -> None:
    places: list[Location] = [
        FileLocation("a.xlsx"),
        SheetLocation("a.xlsx", "Notes", "A1"),
        SheetLocation("a.xlsx", "Parties", "B9"),
        SheetLocation("a.xlsx", "Parties", "A10"),
        SheetLocation("a.xlsx", "Parties", "Z10"),
        SheetLocation("a.xlsx", "Parties", "AA10"),
        SheetLocation("a.xlsx", "Requests", "A2"),
        TextLocation("b.yaml", 2, 9),
        TextLocation("b.yaml", 10, 1),
    ]
    findings = [finding("data-type", "x", place) for place in reversed(places)]
    assert [finding.location for finding in in_order(findings)] == places


def test_a_place_that_is_no_cell_stands_first() -> None:
    findings = [
        finding("data-type", "x", SheetLocation("a", "S", "A1")),
        finding("data-type", "x", SheetLocation("a", "S", "?")),
    ]
    assert in_order(findings)[0].location == SheetLocation("a", "S", "?")
