from __future__ import annotations

from bluf.roundtrip.items import added_items
from bluf.roundtrip.origins import Origin, Origins
from octavo.location import WordLocation
from octavo.revisions import Pair, Passage
from octavo.revisions.reading import Anchor

ORIGINS = Origins(
    {
        "b1": Origin(("follow_ups", "F1", "action")),
        "b2": Origin(shown="follow_ups[0].sources"),
        "b3": Origin(("to",)),
    }
)


def cell(row: int, text: str, *anchors: tuple[str, int, int]) -> Passage:
    steps = (("table", 1), ("row", row), ("cell", 1), ("paragraph", 1))
    named = tuple(Anchor(f"_{name}", start, end) for name, start, end in anchors)
    return Passage(text, WordLocation("a.docx", "body", steps), named)


def pair(passage: Passage) -> Pair:
    return Pair(passage, passage)


def test_where_texts_touch_the_new_one_is_the_only_field() -> None:
    old = cell(1, "Call1", ("b1", 0, 4), ("b2", 4, 5))
    (added,) = added_items([pair(old), Pair(None, cell(2, "Write"))], ORIGINS)
    assert [text for _, text in added.fields] == ["Write"]
    assert (added.group, added.left, added.text) == ("follow_ups", (), "Write")


def test_what_is_made_from_several_fields_is_left_to_type() -> None:
    old = cell(1, "Call (1)", ("b1", 0, 4), ("b2", 6, 7))
    (added,) = added_items([pair(old), Pair(None, cell(2, "Write (2)"))], ORIGINS)
    assert added.left == ("2",)


def test_a_row_of_other_cells_is_no_item() -> None:
    old = cell(1, "Call", ("b1", 0, 4))
    two = [Pair(None, cell(2, "a")), Pair(None, cell(2, "b"))]
    assert list(added_items([pair(old), *two], ORIGINS)) == []


def test_a_row_beside_another_new_one_is_no_item() -> None:
    new = [Pair(None, cell(1, "a")), Pair(None, cell(2, "b"))]
    assert list(added_items(new, ORIGINS)) == []


def test_a_row_beside_what_is_no_item_is_none() -> None:
    old = cell(1, "Ann", ("b3", 0, 3))
    assert list(added_items([pair(old), Pair(None, cell(2, "Bob"))], ORIGINS)) == []


def test_an_empty_text_is_no_field() -> None:
    old = cell(1, "Call", ("b1", 0, 4))
    assert list(added_items([pair(old), Pair(None, cell(2, " "))], ORIGINS)) == []
