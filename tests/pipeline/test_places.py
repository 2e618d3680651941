from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.pipeline.places import ItemPlaces
from octavo.location import WordLocation

if TYPE_CHECKING:
    from bluf.pipeline.places import Path

PARAGRAPH = WordLocation("a.docx", "body", (("paragraph", 1),))
ROW = (("table", 1), ("row", 2))
CELLS = [
    WordLocation("a.docx", "body", (*ROW, ("cell", number), ("paragraph", 1))) for number in (1, 2)
]
LAST = WordLocation("a.docx", "body", (("paragraph", 2),))
ORDER = (PARAGRAPH, *CELLS, LAST)
ITEM: Path = ("requests", 0)


def places(**items: WordLocation) -> ItemPlaces:
    return ItemPlaces({(name, 0): (place,) for name, place in items.items()}, ORDER)


def test_a_row_belongs_to_the_item_in_any_of_its_cells() -> None:
    found = places(outcomes=PARAGRAPH, requests=CELLS[1], follow_ups=LAST)
    assert found.first_from(WordLocation("a.docx", "body", ROW)) == ITEM


def test_what_stands_in_no_item_leads_to_the_next_one() -> None:
    assert places(requests=LAST).first_from(PARAGRAPH) == ITEM


def test_behind_the_last_item_it_is_the_last_one() -> None:
    assert places(requests=PARAGRAPH).first_from(LAST) == ITEM


def test_a_place_that_is_not_there_has_no_item() -> None:
    nowhere = WordLocation("a.docx", "header 1", (("paragraph", 1),))
    assert places(requests=LAST).first_from(nowhere) is None


def test_a_file_without_items_has_none() -> None:
    assert places().first_from(PARAGRAPH) is None


def test_with_an_item_goes_the_row_that_it_stands_in_alone() -> None:
    found = places(requests=CELLS[1], outcomes=LAST).wholes()
    assert found[ITEM] == (WordLocation("a.docx", "body", ROW),)
    assert found["outcomes", 0] == (LAST,)


def test_a_row_that_items_share_stays() -> None:
    found = places(requests=CELLS[1], outcomes=CELLS[0]).wholes()
    assert found[ITEM] == (CELLS[1],)
