from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from octavo.ooxml import read_package, write_package
from octavo.pages import Galley, follow_content, without_empty_columns
from octavo.pages.shaping import Box
from octavo.pages.tabulating import _gaps, _sizes, within

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject

    from octavo.ooxml import Package

ROWS = [["No.", "What", "When", "Status"], ["1", "Pay", "1 May 2026", ""], ["2", "Go", "soon", " "]]


def table_of(
    document: DocumentObject, rows: list[list[str]] = ROWS, style: str = "Table Grid"
) -> Any:  # noqa: ANN401 - python-docx has no types for what is done with it
    """A table with a head that repeats."""
    table = document.add_table(rows=0, cols=len(rows[0]), style=style)
    table.autofit = False
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def only(element: Any, name: str) -> Any:  # noqa: ANN401 - python-docx's own classes
    """The first element of that name within another."""
    return next(element.iter(qn(name)))


def done(package: Package, *styles: str) -> Package:
    styles = styles or ("Table Grid",)
    return follow_content(Galley(without_empty_columns(package, styles)), styles).package


def followed(document: DocumentObject, *styles: str) -> DocumentObject:
    buffer = BytesIO()
    document.save(buffer)
    package = read_package(buffer.getvalue(), "t.docx")
    return Document(BytesIO(write_package(done(package, *styles))))


def grid(table: Any) -> list[int]:  # noqa: ANN401 - as above
    columns = table._tbl.tblGrid.findall(qn("w:gridCol"))
    return [int(column.get(qn("w:w"))) for column in columns]


def cells(table: Any) -> list[list[int]]:  # noqa: ANN401 - as above
    return [
        [int(only(cell, "w:tcW").get(qn("w:w"))) for cell in row._tr.tc_lst] for row in table.rows
    ]


def test_an_empty_column_goes_and_the_others_follow_what_stands_in_them() -> None:
    document = Document()
    before = sum(grid(table_of(document)))
    (table,) = followed(document).tables
    assert [cell.text for cell in table.rows[0].cells] == ["No.", "What", "When"]
    number, what, when = grid(table)
    assert number < what < when
    assert number + what + when == before
    assert cells(table) == [grid(table)] * 3


def test_a_table_in_another_style_stays() -> None:
    document = Document()
    table_of(document)
    assert grid(followed(document, "Light Shading").tables[0]) == grid(document.tables[0])


def test_a_cell_over_several_columns_gets_narrower_with_them() -> None:
    document = Document()
    table = table_of(document)
    merged = table.add_row().cells
    merged[0].merge(merged[3]).text = "Ours"
    (done,) = followed(document).tables
    span = done.rows[-1]._tr.tc_lst[0]
    assert only(span, "w:gridSpan").get(qn("w:val")) == "3"
    assert cells(done)[-1] == [sum(grid(done))]


def test_a_table_of_which_nothing_would_be_left_keeps_its_columns() -> None:
    document = Document()
    table_of(document, [["No.", "What"], ["", ""]])
    table_of(document, [["No.", "What"]])
    assert [len(grid(table)) for table in followed(document).tables] == [2, 2]


def test_a_picture_is_content() -> None:
    document = Document()
    table = table_of(document, [["No.", "What"], ["1", ""]])
    table.rows[1].cells[1].paragraphs[0].runs[0]._r.append(OxmlElement("w:drawing"))
    buffer = BytesIO()
    document.save(buffer)
    package = read_package(buffer.getvalue(), "t.docx")
    full = done(package)
    assert full.parts[full.main].data.count(b"<w:gridCol") == 2


def test_a_table_that_is_not_measured_keeps_its_widths_but_for_empty_columns() -> None:
    document = Document()
    table = table_of(document)
    style = document.styles["Table Grid"].element
    only(style, "w:basedOn").set(qn("w:val"), style.get(qn("w:styleId")))
    before = grid(table)
    (done,) = followed(document).tables
    assert grid(done) == [sum(before) // 3] * 3
    assert cells(done) == [grid(done)] * 3


def test_a_cell_that_names_no_width_is_left_so_and_a_nested_table_leaves_all() -> None:
    document = Document()
    table = table_of(document)
    for cell in table.rows[1]._tr.tc_lst:
        only(cell, "w:tcPr").remove(only(cell, "w:tcW"))
    nested = table_of(document)
    nested.rows[1].cells[0].add_table(rows=1, cols=1)
    first, second = followed(document).tables
    assert len(grid(first)) == 3
    assert list(first.rows[1]._tr.tc_lst[0].iter(qn("w:tcW"))) == []
    assert len(grid(second)) == 4


def test_what_follows_its_content_already_stays_byte_for_byte() -> None:
    document = Document()
    table_of(document)
    buffer = BytesIO()
    followed(document).save(buffer)
    package = read_package(buffer.getvalue(), "t.docx")
    assert done(package) is package


def test_the_head_of_a_table_may_be_no_row_of_its_own() -> None:
    document = Document()
    table = table_of(document, [["1", "Pay"], ["2", ""]])
    only(table.rows[0]._tr, "w:trPr").remove(only(table.rows[0]._tr, "w:tblHeader"))
    assert len(grid(followed(document).tables[0])) == 2


def test_chinese_with_digits_has_room_for_the_gaps_between_them() -> None:
    document = Document()
    for day in ("2月2日", "2月2月", "22月日"):
        table_of(document, [["事项", "期限"], ["指定两名专家前往中港参加会议", day]])
    first, second, solid = (grid(table)[1] for table in followed(document).tables)
    assert first == second > solid


def test_a_table_that_grew_beyond_the_text_is_taken_back_to_its_width() -> None:
    document = Document()
    table = table_of(document)
    table.add_column(2_000_000)
    section: Any = document.sections[0]
    text = section.page_width - section.left_margin - section.right_margin
    (done,) = followed(document).tables
    assert sum(grid(done)) == text // 635


def test_a_page_without_a_size_narrows_nothing() -> None:
    document = Document()
    table = table_of(document)
    table.add_column(2_000_000)
    properties = document.sections[0]._sectPr
    properties.remove(only(properties, "w:pgSz"))
    (done,) = followed(document).tables
    assert sum(grid(done)) == sum(grid(table))


@pytest.mark.parametrize(
    ("grid", "most", "expected"),
    [
        ([100, 300], 400, [100, 300]),
        ([100, 320], 400, [100, 320]),
        ([100, 321], 400, [95, 305]),
        ([1000], 400, [400]),
        ([500, 500, 500], 1000, [333, 333, 334]),
    ],
)
def test_a_table_is_no_wider_than_the_text(grid: list[int], most: int, expected: list[int]) -> None:
    assert within(grid, most) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ab 12", 0),
        ("中文", 0),
        ("中a", 1),
        ("a中", 1),
        ("中1文", 2),
        ("中，a", 0),
        ("éa", 0),
        ("中 a", 0),
    ],
)
def test_gaps_are_counted_where_scripts_meet(text: str, expected: int) -> None:
    assert _gaps(text) == expected


def test_a_word_has_a_little_more_room_and_a_quarter_of_an_em_beside_other_letters() -> None:
    shaper: Any = None
    boxes = [
        Box(100.0, 20.0, 80, 30, (("a中", shaper),)),
        Box(50.0, 0.0, 60, 30, (("1", shaper), ("2", shaper))),
    ]
    found = [each for pair in _sizes(boxes) for each in pair]
    assert found == pytest.approx([101 + 28, 20.2, 50.5 + 21, 0])
