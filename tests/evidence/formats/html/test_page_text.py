"""The text of a page as it grows: blocks, edges, places, doubts."""

from __future__ import annotations

from bluf.evidence.formats.html.page_text import PageText
from bluf.evidence.text import Edge


def test_a_block_begins_with_its_first_word_and_at_its_place() -> None:
    text = PageText("a.html", None)
    text.add("  \n", ())
    assert not text.is_open
    text.add("  one  two ", ())
    text.add(" three", ())
    assert "".join(piece.text for piece in text.pieces) == "one two  three"
    text.end_block("li")
    text.add("four", ("a cause",))
    assert [piece.text for piece in text.pieces][-2:] == ["\n", "four"]
    assert text.pieces[-2].edge is Edge.ITEM
    assert text.pieces[-1].doubts == ("a cause",)
    assert str(text.pieces[-1].place) == "a.html: body, paragraph 2"


def test_rows_and_cells_are_counted() -> None:
    text = PageText("a.html", None)
    for tag in ("table", "tr", "td"):
        assert text.enter(tag, block=True)
    assert not text.enter("b", block=False)
    text.add("one", ())
    assert str(text.pieces[-1].place) == "a.html: body, table 1, row 1, cell 1, paragraph 1"
    text.leave(counted=True, block=True)
    assert text.enter("td", block=True)
    text.add("two", ())
    assert str(text.pieces[-1].place) == "a.html: body, table 1, row 1, cell 2, paragraph 1"
    assert text.pieces[-2].edge is Edge.CELL


def test_what_is_parted_stands_between_edges() -> None:
    text = PageText("a.html", None)
    text.add("one", ())
    begin = len(text.pieces)
    text.part(begin)
    assert len(text.pieces) == begin
    text.add(" two", ())
    text.part(begin)
    assert [piece.edge for piece in text.pieces][begin:][::2] == [Edge.BOX, Edge.BOX]


def test_a_part_is_doubted() -> None:
    text = PageText("a.html", None)
    text.add("one", ())
    text.add(" two", ())
    text.add(" three", ())
    text.doubt(2, 3, cause="a cause")
    text.doubt(3, cause="another")
    assert [piece.doubts for piece in text.pieces] == [(), (), ("a cause",), ("another",)]
