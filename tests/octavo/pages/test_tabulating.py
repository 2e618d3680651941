from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from octavo.ooxml import read_package, write_package
from octavo.pages import Galley, follow_content, without_empty_columns
from octavo.pages.shaping import Box
from octavo.pages.tabulating import (
    _drop,
    _empty_columns,
    _gaps,
    _sizes,
    grid_of,
    no_wider,
    set_widths,
    text_width,
)

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
    assert no_wider(grid, most) == expected


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


def made(grid: list[int], *rows: str) -> etree._Element:
    """A table of those columns; a row names its cells: “2” takes two columns, “-” is empty."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    content = ""
    for row in rows:
        head, _, named = row.rpartition(":")
        content += f"<w:tr><w:trPr>{'<w:tblHeader/>' if head else ''}</w:trPr>"
        for name in named.split():
            span = f'<w:gridSpan w:val="{name}"/>' if name.isdigit() else ""
            text = "" if name == "-" else f"<w:p><w:r><w:t>{name}</w:t></w:r></w:p>"
            content += f'<w:tc><w:tcPr><w:tcW w:w="1"/>{span}</w:tcPr>{text}</w:tc>'
        content += "</w:tr>"
    grid_ = f"<w:tblGrid>{columns}</w:tblGrid>"
    return etree.fromstring(f'<w:tbl xmlns:w="{qn("w:p")[1:-2]}">{grid_}{content}</w:tbl>')


def spans(table: etree._Element) -> list[str]:
    """What each cell takes, row by row."""
    taken = ([only(cell, "w:tcPr").find(qn("w:gridSpan")) for cell in row.iter(qn("w:tc"))]
             for row in table.iter(qn("w:tr")))  # fmt: skip
    return [
        " ".join("1" if each is None else each.get(qn("w:val")) for each in row) for row in taken
    ]


@pytest.mark.parametrize(
    ("rows", "empty"),
    [
        (("head: a b c", "a - c"), [1]),
        (("head: a b c", "- - c"), [0, 1]),
        (("head: a b c", "- - -"), []),
        (("head: a b c",), []),
        (("head: a b c", "2 c", "- b c"), [0]),
        (("head: a b c", "2 c", "- - c"), [0, 1]),
        (("head: a b c", "a - -", "- - c"), [1]),
    ],
)
def test_a_column_is_empty_in_which_no_cell_has_content(
    rows: tuple[str, ...], empty: list[int]
) -> None:
    assert _empty_columns(made([10, 20, 30], *rows)) == empty


def test_columns_that_stay_share_the_room_of_those_that_go() -> None:
    table = made([100, 100, 101, 50], "a b c d", "2 c d", "a 2 d", "a 3")
    _drop(table, [1, 3])
    assert grid_of(table) == [174, 177]
    assert spans(table) == ["1 1", "1 1", "1 1", "1 1"]
    table = made([100, 200, 300], "3", "2 c")
    _drop(table, [0])
    assert grid_of(table) == [240, 360]
    assert spans(table) == ["2", "1 1"]


def test_cells_are_as_wide_as_their_columns() -> None:
    table = made([100, 200, 300], "a 2", "3")
    assert set_widths(table, [1, 2, 4])
    assert [cell.get(qn("w:w")) for cell in table.iter(qn("w:tcW"))] == ["1", "6", "7"]
    assert {cell.get(qn("w:type")) for cell in table.iter(qn("w:tcW"))} == {"dxa"}
    assert grid_of(table) == [1, 2, 4]
    assert not set_widths(table, [1, 2, 4])
    next(table.iter(qn("w:tcW"))).set(qn("w:type"), "auto")
    assert set_widths(table, [1, 2, 4])


def test_the_text_is_as_wide_as_that_of_the_narrowest_section() -> None:
    page = '<w:sectPr><w:pgSz w:w="{}"/><w:pgMar w:left="100" w:right="50"/></w:sectPr>'
    empty = "<w:sectPr><w:pgMar/></w:sectPr><w:sectPr><w:pgSz/></w:sectPr>"
    body = f'<w:body xmlns:w="{qn("w:p")[1:-2]}">{{}}</w:body>'
    assert text_width(etree.fromstring(body.format(page.format(900) + page.format(800)))) == 650
    assert text_width(etree.fromstring(body.format(empty))) > 10**9
    assert text_width(etree.fromstring(body.format(""))) > 10**9
