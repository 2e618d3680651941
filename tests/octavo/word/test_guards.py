"""What Word demands of a container, whatever the data leaves out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from octavo.ooxml import qn

P = Callable[..., str]
Fill = Callable[..., Any]
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>%s</w:sdtContent></w:sdt>"


def test_a_cell_keeps_a_paragraph_in_the_style_it_had(fill: Fill, p: P, tbl: P) -> None:
    style = '<w:pPr><w:pStyle w:val="S"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = tbl([p("{%p if x %}") + p("a", style) + p("{%p endif %}")])
    assert fill(body, {"x": 1}).body == [[["a"]]]
    xml = fill(body, {"x": 0}).xml()
    assert '<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr></w:p></w:tc>' in xml


def test_a_cell_of_lone_tags_alone_keeps_a_paragraph(fill: Fill, p: P, tbl: P) -> None:
    body = tbl([p("{%p if x %}") + p("{%p endif %}")], [p("{# nothing #}")])
    assert fill(body, {"x": 0}).body == [[[""], [""]]]


def test_a_table_without_a_row_goes(fill: Fill, p: P, tbl: P) -> None:
    rows = tbl(["{%tr for a in xs %}"], ["{{ a }}"], ["{%tr endfor %}"])
    assert fill(p("x") + rows + p("y"), {"xs": []}).body == ["x", "y"]
    nested = tbl([rows + p("z")])
    assert fill(nested, {"xs": []}).body == [[["z"]]]


def test_a_control_is_never_empty(fill: Fill, p: P) -> None:
    block = CONTROL % (p("{%p if x %}") + p("a") + p("{%p endif %}"))
    assert fill(block, {"x": 0}).body == [""]
    assert fill(block, {"x": 1}).body == ["a"]
    run = "<w:p>" + CONTROL % "<w:r><w:t>{% if x %}a</w:t></w:r><w:r><w:t>{% endif %}</w:t></w:r>"
    assert fill(run + "</w:p>", {"x": 0}).xml().count("<w:sdtContent><w:r>") == 1
    cell = f"<w:tbl><w:tblPr/><w:tr>{CONTROL % ('<w:tc>' + p('{%tc if x %}') + '</w:tc>')}"
    cell = cell.replace("</w:sdtContent>", f"<w:tc>{p('{%tc endif %}')}</w:tc></w:sdtContent>")
    assert "<w:tc><w:p/></w:tc>" in fill(cell + "</w:tr></w:tbl>", {"x": 0}).xml()


def test_bookmarks_fill_no_control_and_end_no_cell(fill: Fill, p: P) -> None:
    mark = '<w:bookmarkStart w:id="{0}" w:name="b{0}"/><w:bookmarkEnd w:id="{0}"/>'
    block = p("{%p if x %}") + p("in") + p("{%p endif %}")
    control = f"<w:sdt><w:sdtContent>{mark.format(1)}{block}</w:sdtContent></w:sdt>"
    inline = f"{mark.format(2)}<w:r><w:t>{{{{ y }}}}</w:t></w:r>"
    inner = f"<w:p><w:sdt><w:sdtContent>{inline}</w:sdtContent></w:sdt></w:p>"
    cell = f"<w:tc>{block}{mark.format(3)}</w:tc><w:tc>{p('a')}{mark.format(4)}</w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>"
    body = control + inner + table
    assert fill(body, {"x": 0, "y": ""}).body == ["", "", [["", "a"]]]
    output = fill(body, {"x": 1, "y": "b"})
    assert output.body == ["in", "b", [["in", "a"]]]
    assert len(list(output.root.iter(qn("w:bookmarkStart")))) == 4


def test_a_control_around_rows_goes_with_its_last_row(fill: Fill, p: P) -> None:
    rows = "".join(
        f"<w:tr><w:tc>{p(text)}</w:tc></w:tr>"
        for text in ("{%tr for x in xs %}", "{{ x }}", "{%tr endfor %}")
    )
    body = f"<w:tbl><w:tblPr/>{CONTROL % rows}</w:tbl>"
    assert "w:sdt" not in fill(body + p("z"), {"xs": []}).xml()
    assert "w:sdt" in fill(body, {"xs": [1]}).xml()


def test_a_header_keeps_a_paragraph(fill: Fill, p: P) -> None:
    header = p("{%p if x %}") + p("a") + p("{%p endif %}")
    output = fill(p("b"), {"x": 0}, header1=header)
    assert output.xml("word/header1.xml").endswith("<w:p/></w:hdr>")


def test_a_control_without_content_is_left_alone(fill: Fill, p: P) -> None:
    assert fill(p("a") + "<w:sdt><w:sdtPr/></w:sdt>").body == ["a"]
