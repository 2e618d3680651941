from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, cast

import pytest
from docx import Document
from docx.shared import Pt
from tests.octavo.pages.measured import measure

from octavo.ooxml import read_package, write_package
from octavo.pages import Galley, grow
from octavo.pages.fitting import _largest

if TYPE_CHECKING:
    from octavo.pages import LaidOut


def page(lines: int, size: float = 10, heading: float = 14) -> bytes:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(size)
    document.styles["Heading 1"].font.size = Pt(heading)
    document.styles["Heading 1"].font.name = "Arial"
    for _ in range(lines):
        document.add_paragraph("A line of text.")
    document.add_paragraph().add_run("By hand").font.size = Pt(8)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def grown(docx: bytes, most_pt: float = 11.5, limit: int = 1) -> LaidOut | None:
    return grow(Galley(read_package(docx, "p.docx")), most_pt, limit=limit)


def test_type_grows_as_far_as_it_may_on_an_empty_page() -> None:
    growth = grown(page(3))
    assert growth is not None
    assert [str(change) for change in growth.changes] == [
        "type size 10 pt → 11.5 pt",
        "space and padding 100 % → 180 %",
    ]
    document = Document(BytesIO(write_package(growth.package)))
    assert document.styles["Normal"].font.size == Pt(11.5)
    assert document.styles["Heading 1"].font.size == Pt(15.5)
    assert document.paragraphs[-1].runs[0].font.size == Pt(8)
    assert growth.layout == measure(write_package(growth.package))


def test_type_grows_as_far_as_the_page_has_room() -> None:
    growth = grown(page(24))
    assert growth is not None
    assert str(growth.changes[0]) == "type size 10 pt → 10.5 pt"
    assert (growth.layout.fill or 1) <= 0.92


@pytest.mark.parametrize(("lines", "air"), [(40, "150 %"), (44, "125 %")])
def test_of_several_pages_the_last_one_has_room(lines: int, air: str) -> None:
    growth = grown(page(lines), limit=2)
    assert growth is not None
    assert [change.after for change in growth.changes] == ["11.5 pt", air]


def test_a_page_that_is_full_enough_stays_as_it_is() -> None:
    assert grown(page(26)) is None


def test_larger_type_that_somebody_chose_stands() -> None:
    assert grown(page(3, size=12)) is None


@pytest.mark.parametrize("room", range(5))
@pytest.mark.parametrize("likely", range(1, 5))
def test_wherever_the_search_begins_it_ends_at_the_largest(room: int, likely: int) -> None:
    grown_by = {more: cast("LaidOut", object()) for more in range(1, 5)}
    found = _largest(lambda more: grown_by[more] if more <= room else None, likely, 4)
    assert found is grown_by.get(room)
