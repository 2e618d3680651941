from __future__ import annotations

from octavo.location import (
    FileLocation,
    PageLocation,
    SheetLocation,
    TextLocation,
    WordLocation,
)


def test_places_read_as_people_say_them() -> None:
    steps = (("table", 1), ("row", 2), ("cell", 3), ("paragraph", 1))
    assert str(FileLocation("a.docx")) == "a.docx"
    assert str(TextLocation("a.yaml", 12, 5)) == "a.yaml:12:5"
    assert str(SheetLocation("a.xlsx", "Requests", "C7")) == "a.xlsx:Requests!C7"
    assert str(PageLocation("a.pdf", 2, 7)) == "a.pdf: page 2, line 7"
    assert (
        str(WordLocation("a.docx", "body", steps))
        == "a.docx: body, table 1, row 2, cell 3, paragraph 1"
    )
    assert str(WordLocation("", "footnote 3")) == "footnote 3"
