"""Pieces make one text, with what is known of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence.gathering import Piece, gathered
from bluf.evidence.text import Doubt, Edge
from octavo.location import PageLocation, TextLocation, WordLocation

if TYPE_CHECKING:
    from octavo.location import Location

PLACE = WordLocation("a", "body", (("paragraph", 1),))
OTHER = WordLocation("a", "body", (("paragraph", 2),))


def test_edges_stand_behind_pieces_and_doubts_over_them() -> None:
    found = gathered(
        "a",
        [
            Piece("", PLACE, edge=Edge.BOX),
            Piece("One", PLACE, ("faint", "small")),
            Piece("\n", PLACE, edge=Edge.CELL),
            Piece("two", OTHER, ("faint",)),
        ],
        last=".",
    )
    assert found.text == "One\ntwo."
    assert found.edges == ((4, Edge.CELL),)
    assert found.doubts == (Doubt(0, 3, "faint"), Doubt(0, 3, "small"), Doubt(4, 7, "faint"))
    assert (found.starts, found.places) == ((0, 4), (PLACE, OTHER))
    assert gathered("a", [], last=".").text == ""


@pytest.mark.parametrize(
    ("place", "starts"),
    [
        (PLACE, (0,)),
        (TextLocation("a", 1), (0, 2, 4)),
        (PageLocation("a", 1, 1), (0, 2, 4)),
    ],
)
def test_a_place_in_a_document_begins_once(place: Location, starts: tuple[int, ...]) -> None:
    assert gathered("a", [Piece("ab", place)] * 3).starts == starts


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("One", "*1", " two"), "One two"),
        (("One[1] two",), "One two"),
        (("One[^12] two[note 3], three[a].",), "One two, three."),
        (("One [1] two",), "One [1] two"),
        (("One[1234] two",), "One[1234] two"),
        (("One[1](a) two[2]b",), "One[1](a) two[2]b"),
        (("One[abc] two[note 123]",), "One[abc] two[note 123]"),
    ],
)
def test_marks_of_notes_are_left_out_and_kept_beside(texts: tuple[str, ...], expected: str) -> None:
    pieces = [Piece(each.removeprefix("*"), PLACE, aside=each[:1] == "*") for each in texts]
    found = gathered("a", pieces)
    assert found.text == expected
    whole = "".join(piece.text for piece in pieces)
    assert [each.text for each in found.others] == [whole] * (whole != expected)
