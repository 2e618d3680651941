from __future__ import annotations

from typing import TYPE_CHECKING

from tests.octavo.ooxml.conftest import run_of, shown_lines

from octavo.ooxml import read_package, read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Rels = Callable[..., str]
    Make = Callable[[str, str], str]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def test_a_field_may_run_over_paragraphs(docx: Docx) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    rest = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = f"<w:p>{begin}</w:p><w:p>{rest}{run_of('One')}</w:p><w:p>{run_of('Two')}{end}</w:p>"
    assert shown_lines(docx(body)) == ["", "One", "Two"]


def test_a_paragraph_whose_mark_is_deleted_joins_the_next(docx: Docx) -> None:
    marked = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    body = f"<w:p>{marked}{run_of('a')}</w:p><w:p>{run_of('b')}</w:p>"
    assert shown_lines(docx(body)) == ["ab"]
    table = f"<w:tbl><w:tr><w:tc><w:p>{marked}{run_of('c')}</w:p></w:tc></w:tr></w:tbl>"
    assert shown_lines(docx(f"<w:p>{marked}{run_of('a')}</w:p>{table}")) == ["a", "c"]


def test_hidden_styles_hide_and_two_of_them_cancel_out(docx: Docx, part: Make, rels: Rels) -> None:
    styles = """
      <w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>
      <w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="Kid"><w:basedOn w:val="Hid"/></w:style>
      <w:style w:type="character" w:styleId="Own"><w:basedOn w:val="Own"/></w:style>
      <w:style w:type="paragraph" w:styleId="Par"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
      <w:style w:type="numbering" w:styleId="None"/>
    """
    hidden = '<w:pPr><w:pStyle w:val="Par"/></w:pPr>'
    runs = run_of("a", '<w:rStyle w:val="Kid"/>') + run_of("b", '<w:rStyle w:val="Own"/>')
    data = docx(
        f"<w:p>{runs}</w:p><w:p>{hidden}{runs}</w:p>",
        parts={
            "word/styles.xml": part("styles", styles),
            "word/_rels/document.xml.rels": rels(("styles", "styles.xml")),
        },
        types_of={"word/styles.xml": f"{_WORD}styles+xml"},
    )
    assert shown_lines(data) == ["b", "a"]


def test_tables_are_read_cell_by_cell_without_hidden_rows(docx: Docx) -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    gone = "<w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc>"
    rows = (
        f"<w:tr>{cell.format('A')}{gone}</w:tr>"
        f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell.format('hidden')}</w:tr>"
        f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell.format("deleted")}</w:tr>'
        f"<w:sdt><w:sdtContent><w:tr>{cell.format('B')}</w:tr></w:sdtContent></w:sdt>"
    )
    body = f"<w:tbl><w:tblPr><w:tblStyle w:val='T'/></w:tblPr>{rows}</w:tbl><w:p/>"
    blocks = read_text(read_package(docx(body), "a.docx"))
    assert [(block.text, block.location.place) for block in blocks] == [
        ("A", "body, table 1, row 1, cell 1, paragraph 1"),
        ("B", "body, table 1, row 4, cell 1, paragraph 1"),
        ("", "body, paragraph 1"),
    ]


def test_cells_that_are_merged_into_others_show_nothing(docx: Docx) -> None:
    def cell(text: str, merge: str) -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p>{run_of(text)}</w:p></w:tc>"

    starts, goes_on = '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="continue"/>'
    rows = [
        cell("a", starts) + cell("b", "<w:hMerge/>"),
        cell("c", "<w:vMerge/>") + cell("d", starts),
        cell("e", goes_on) + cell("f", ""),
    ]
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    assert shown_lines(docx(f"<w:tbl>{body}</w:tbl>")) == ["a", "d", "f"]


def test_a_text_box_is_read_once(docx: Docx) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    blocks = read_text(read_package(docx(body), "a.docx"))
    assert [(block.text, block.location.place) for block in blocks] == [
        ("", "body, paragraph 1"),
        ("boxed", "body, paragraph 1, text box 1, paragraph 1"),
    ]


def test_a_file_without_a_body_or_styles_has_no_text(docx: Docx, part: Make) -> None:
    assert shown_lines(docx(parts={"word/document.xml": part("document", "")})) == []
