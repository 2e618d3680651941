from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import read_package, read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Rels = Callable[..., str]
    Make = Callable[[str, str], str]

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def _shown(data: bytes) -> list[str]:
    return [block.text for block in read_text(read_package(data, "a.docx"))]


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(code: str, result: str) -> str:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return char.format("begin") + code + char.format("separate") + result + char.format("end")


@pytest.mark.parametrize(
    ("paragraph", "shown"),
    [
        pytest.param(_run("a") + _run("b"), "ab", id="runs join"),
        pytest.param("<w:r><w:t> a </w:t></w:r>", "a", id="blanks at the ends do not count"),
        pytest.param("<w:r><w:t xml:space='preserve'> a\n</w:t></w:r>", " a ", id="unless kept"),
        pytest.param("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb", id="tab"),
        pytest.param("<w:r><w:t>a</w:t><w:br/><w:cr/><w:t>b</w:t></w:r>", "a\n\nb", id="breaks"),
        pytest.param("<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>", "\u2011\u00ad", id="hyphens"),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "α", id="symbol"),
        pytest.param(f"<w:ins>{_run('new')}</w:ins>", "new", id="insertions are in"),
        pytest.param(f"<w:del>{_run('old')}</w:del>", "", id="deletions are out"),
        pytest.param("<w:r><w:delText>old</w:delText></w:r>", "", id="deleted text is out"),
        pytest.param(f"<w:moveFrom>{_run('x')}</w:moveFrom>", "", id="moved away"),
        pytest.param(f"<w:moveTo>{_run('x')}</w:moveTo>", "x", id="moved here"),
        pytest.param(_run("x", "<w:vanish/>"), "", id="hidden"),
        pytest.param(_run("x", '<w:vanish w:val="0"/>'), "x", id="not hidden after all"),
        pytest.param(_run("x", "<w:webHidden/>"), "x", id="hidden on the web alone"),
        pytest.param(_field("PAGE", _run("7")), "7", id="the result of a field"),
        pytest.param(
            _field("IF " + _field("PAGE", _run("2")), _run("yes")), "yes", id="nested fields"
        ),
        pytest.param(f'<w:fldSimple w:instr="PAGE">{_run("7")}</w:fldSimple>', "7", id="simple"),
        pytest.param(f"<w:hyperlink>{_run('link')}</w:hyperlink>", "link", id="link"),
        pytest.param(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{_run('in')}</w:sdtContent></w:sdt>",
            "in",
            id="control",
        ),
        pytest.param(
            f"<mc:AlternateContent><mc:Choice>{_run('new')}</mc:Choice>"
            f"<mc:Fallback>{_run('old')}</mc:Fallback></mc:AlternateContent>",
            "new",
            id="the first choice",
        ),
        pytest.param(
            f"<mc:AlternateContent><mc:Fallback>{_run('old')}</mc:Fallback></mc:AlternateContent>",
            "old",
            id="or the fallback",
        ),
        pytest.param(
            "<w:r><mc:AlternateContent><mc:Choice><w:t>x</w:t></mc:Choice>"
            "</mc:AlternateContent></w:r>",
            "x",
            id="a choice within a run",
        ),
        pytest.param("<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>", "E=mc", id="formula"),
        pytest.param(
            "<w:r><w:ruby><w:rt><w:r><w:t>かん</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t>"
            "</w:r></w:rubyBase></w:ruby></w:r>",
            "漢",
            id="a gloss is left out",
        ),
        pytest.param('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", id="a stray end"),
    ],
)
def test_a_paragraph_reads_as_a_person_sees_it(docx: Docx, paragraph: str, shown: str) -> None:
    assert _shown(docx(f"<w:p>{paragraph}</w:p>")) == [shown]


def test_a_field_may_run_over_paragraphs(docx: Docx) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    rest = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = f"<w:p>{begin}</w:p><w:p>{rest}{_run('One')}</w:p><w:p>{_run('Two')}{end}</w:p>"
    assert _shown(docx(body)) == ["", "One", "Two"]


def test_a_paragraph_whose_mark_is_deleted_joins_the_next(docx: Docx) -> None:
    marked = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    body = f"<w:p>{marked}{_run('a')}</w:p><w:p>{_run('b')}</w:p>"
    assert _shown(docx(body)) == ["ab"]
    table = f"<w:tbl><w:tr><w:tc><w:p>{marked}{_run('c')}</w:p></w:tc></w:tr></w:tbl>"
    assert _shown(docx(f"<w:p>{marked}{_run('a')}</w:p>{table}")) == ["a", "c"]


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
    runs = _run("a", '<w:rStyle w:val="Kid"/>') + _run("b", '<w:rStyle w:val="Own"/>')
    data = docx(
        f"<w:p>{runs}</w:p><w:p>{hidden}{runs}</w:p>",
        parts={
            "word/styles.xml": part("styles", styles),
            "word/_rels/document.xml.rels": rels(("styles", "styles.xml")),
        },
        types_of={"word/styles.xml": f"{_WORD}styles+xml"},
    )
    assert _shown(data) == ["b", "a"]


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
        return f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p>{_run(text)}</w:p></w:tc>"

    starts, goes_on = '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="continue"/>'
    rows = [
        cell("a", starts) + cell("b", "<w:hMerge/>"),
        cell("c", "<w:vMerge/>") + cell("d", starts),
        cell("e", goes_on) + cell("f", ""),
    ]
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    assert _shown(docx(f"<w:tbl>{body}</w:tbl>")) == ["a", "d", "f"]


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


def test_notes_headers_and_charts_are_stories_of_their_own(
    docx: Docx, part: Make, rels: Rels
) -> None:
    note = '<w:footnote w:id="{}"{}><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    refer = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    header = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    kinds = ("default", "first", "even")
    references = "".join(
        f'<w:headerReference w:type="{kind}" r:id="rId{number}"/>'
        for number, kind in enumerate(kinds, 2)
    )
    body = (
        f"<w:p>{refer.format(5)}{refer.format(4)}<w:del>{refer.format(6)}</w:del></w:p>"
        f"<w:p><w:pPr><w:sectPr>{references}</w:sectPr></w:pPr></w:p>"
    )
    notes = (
        note.format(0, ' w:type="separator"', "line")
        + note.format(4, "", "four")
        + note.format(5, "", "five")
        + note.format(6, "", "six")
    )
    chart = "<a:p><a:r><a:t>Traffic</a:t></a:r></a:p>"
    parts = {f"word/header{n}.xml": part("hdr", header.format(f"head {n}")) for n in (1, 2, 3)}
    parts |= {
        "word/footnotes.xml": part("footnotes", notes),
        "word/charts/chart1.xml": part("chart", chart).replace("w:chart", "c:chart"),
        "word/settings.xml": part("settings", "<w:evenAndOddHeaders/>"),
        "word/_rels/document.xml.rels": rels(
            ("footnotes", "footnotes.xml"),
            ("header", "header1.xml"),
            ("header", "header2.xml"),
            ("header", "header3.xml"),
            ("chart", "charts/chart1.xml"),
            ("settings", "settings.xml"),
        ),
    }
    types = {f"word/header{n}.xml": f"{_WORD}header+xml" for n in (1, 2, 3)}
    types |= {
        "word/footnotes.xml": f"{_WORD}footnotes+xml",
        "word/settings.xml": f"{_WORD}settings+xml",
        "word/charts/chart1.xml": _CHART,
    }
    blocks = read_text(read_package(docx(body, parts=parts, types_of=types), "a.docx"))
    assert [(block.text, block.location.place) for block in blocks if block.text] == [
        ("five", "footnote 1, paragraph 1"),
        ("four", "footnote 2, paragraph 1"),
        ("head 1", "header 1, paragraph 1"),
        ("head 3", "header 3, paragraph 1"),
        ("Traffic", "chart 1, paragraph 1"),
    ]


def test_a_file_without_a_body_or_styles_has_no_text(docx: Docx, part: Make) -> None:
    assert _shown(docx(parts={"word/document.xml": part("document", "")})) == []
