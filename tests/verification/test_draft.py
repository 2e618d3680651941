from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn

from bluf.verification import QuotedAs, read_draft

NOTES = (
    f'<w:footnotes xmlns:w="{nsmap["w"]}"><w:footnote w:id="2"><w:p><w:r><w:t>release.txt'
    "</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def words(text: str, name: str = "draft.md") -> list[tuple[str, QuotedAs]]:
    return [(each.words, each.how) for each in read_draft(text.encode(), name).quoted]


def test_a_passage_has_its_place_and_its_line() -> None:
    (quoted,) = read_draft("One.\n\nHe said: “we agree”.\n".encode(), "draft.txt").quoted
    assert str(quoted.place) == "draft.txt:3:11"
    assert quoted.excerpt == "He said: “we agree”."


def test_a_passage_may_run_over_lines_and_not_over_paragraphs() -> None:
    text = "“one\ntwo” and “three\n\nfour”"
    found = read_draft(text.encode(), "draft.txt").quoted
    assert [(each.words, each.closed) for each in found] == [("one two", True), ("three", False)]


def test_a_passage_goes_on_behind_a_paragraph_that_opens_with_the_mark() -> None:
    found = read_draft("“One.\n\n“Two.”\n".encode(), "draft.md").quoted
    assert [(each.words, each.closed) for each in found] == [("One.", True), ("Two.", True)]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("“we agree” [release]", "release"),
        ("“we agree,” (release.pdf, p. 2)", "release.pdf, p. 2"),
        ("“we agree”.[^1]", "^1"),
        ("“we agree”²", "2"),
        ("“we agree” and more [release]", ""),
    ],
)
def test_a_bracket_or_a_note_behind_a_passage_names_its_source(text: str, reference: str) -> None:
    (quoted,) = read_draft(text.encode(), "draft.txt").quoted
    assert quoted.reference == reference


def test_a_block_quotation_of_markdown_is_quoted() -> None:
    text = "Text.\n\n> They met\n> in `May`.\n>\n> — Minister\n"
    assert words(text) == [("They met in May.", QuotedAs.BLOCK)]


def test_a_block_made_up_of_marked_passages_is_these() -> None:
    assert words("> “We met,” she said.\n") == [("We met,", QuotedAs.MARKS)]


def test_a_box_of_github_is_no_quotation() -> None:
    assert words("> [!NOTE]\n> Beware.\n>\n> Again.\n\n> Quoted.\n") == [
        ("Quoted.", QuotedAs.BLOCK)
    ]


def test_cells_of_a_column_of_quotations_are_quoted() -> None:
    text = "| Side | Quote |\n|---|---|\n| A | words of a |\n| B | “words of b” |\n"
    assert words(text) == [("words of a", QuotedAs.CELL), ("words of b", QuotedAs.MARKS)]


def test_a_web_page_quotes_by_its_elements() -> None:
    page = (
        "<p>He said <q>we agree</q>.<blockquote><p>They met.</p><p><cite>X</cite></p>"
        "<footer><p>— X</p></footer></blockquote>"
        "<blockquote>Bare <cite>Y</cite></blockquote>"
        "<table><tr><th>Quotation</th></tr><tr><td>In a cell</td></tr></table>"
    )
    assert words(page, "draft.html") == [
        ("we agree", QuotedAs.BLOCK),
        ("They met.", QuotedAs.BLOCK),
        ("Bare", QuotedAs.BLOCK),
        ("In a cell", QuotedAs.CELL),
    ]


def test_a_word_file_quotes_by_its_styles_and_tables() -> None:
    document = Document()
    document.add_paragraph("He said “we agree”.")
    document.add_paragraph("They met in May.", style="Quote")
    document.add_paragraph("They met in June.", style="Intense Quote")
    style = document.styles.add_style("House Quote", 1)
    style.base_style = document.styles["Quote"]
    document.add_paragraph("They met in July.", style="House Quote")
    table = document.add_table(2, 2)
    for cell, text in zip(table.rows[0].cells, ("Side", "Quote"), strict=True):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("A", "words\tof a"), strict=True):
        cell.text = text
    file = io.BytesIO()
    document.save(file)
    found = read_draft(file.getvalue(), "draft.docx").quoted
    assert [(each.words, each.how) for each in found] == [
        ("we agree", QuotedAs.MARKS),
        ("They met in May.", QuotedAs.BLOCK),
        ("They met in June.", QuotedAs.BLOCK),
        ("They met in July.", QuotedAs.BLOCK),
        ("words of a", QuotedAs.CELL),
    ]
    assert str(found[4].place) == "draft.docx: body, table 1, row 2, cell 2, paragraph 1"


def test_a_block_whose_words_are_not_where_a_reader_sees_them_is_looked_up_all_the_same() -> None:
    page = "<p>Seen.</p><blockquote style='display:none'><p>Hidden words.</p></blockquote>"
    (quoted,) = read_draft(page.encode(), "draft.html").quoted
    assert (quoted.words, str(quoted.place)) == ("Hidden words.", "draft.html")


def test_a_heading_of_quotations_needs_its_cells() -> None:
    page = "<table><tr><th>Side</th><th>Quote</th></tr><tr><td>A</td></tr></table><p>“x y”"
    assert words(page, "draft.html") == [("x y", QuotedAs.MARKS)]


def test_a_file_without_styles_has_no_quotations_by_style() -> None:
    document = Document()
    document.add_paragraph("He said “we agree”.")
    file = io.BytesIO()
    document.save(file)
    bare = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/_rels/document.xml.rels":
                data = re.sub(rb'<Relationship [^>]*styles.xml"/>', b"", data)
            if name == "[Content_Types].xml":
                data = re.sub(rb'<Override [^>]*styles.xml"[^>]*/>', b"", data)
            if name != "word/styles.xml":
                new.writestr(name, data)
    assert [each.words for each in read_draft(bare.getvalue(), "draft.docx").quoted] == ["we agree"]


def test_what_is_no_text_of_a_markdown_file_quotes_nobody() -> None:
    text = (
        '---\ntitle: "A title"\n---\n\n'
        '```json\n{"a": "b c"}\n```\n\n'
        '{{< img alt="a picture" >}} {% note "x y" %}\n\nHe said “we agree”.\n'
    )
    (quoted,) = read_draft(text.encode(), "draft.md").quoted
    assert (quoted.words, str(quoted.place)) == ("we agree", "draft.md:11:10")


@pytest.mark.parametrize(
    "text",
    [
        "~~~\n“x y”\n```\n~~~\n\n“a b”\n",
        "“a b”\n\n```\n“x y”\n",
        "``` js\n“x y”\n``` no end\n````\n“a b”\n",
    ],
)
def test_fenced_code_ends_with_its_fence_or_with_the_file(text: str) -> None:
    assert words(text) == [("a b", QuotedAs.MARKS)]


def test_code_in_a_line_and_in_a_page_quotes_nobody() -> None:
    text = (
        '`"x y"` and ``"x z"`` <pre class="a">"p q"</pre> “a b” <code>"r s"</code>\n\n'
        "<table>\n<td><pre>\n“k l”\n</pre>\n</table>\n\n<pre>\n“c d”\n"
    )
    assert [each for each, _ in words(text)] == ["a b", "c d"]  # nothing ends the last one
    page = '<p>“a b” <code>"x y" <code></code> <script>"z"</script> “c `d`” <code>'
    assert [each for each, _ in words(page, "draft.html")] == ["a b", "c `d`"]


def test_front_matter_may_be_json() -> None:
    assert words('{\n  "title": "A title"\n}\n\n“x y”\n') == [("x y", QuotedAs.MARKS)]


def test_a_draft_in_utf_16_is_read() -> None:
    (quoted,) = read_draft("“we agree”".encode("utf-16"), "draft.md").quoted
    assert quoted.words == "we agree"


def test_a_note_behind_a_passage_names_its_source() -> None:
    text = "He said “we *agree*”.[^1] And “we do not”.[^2]\n\n[^1]: release.txt, line 2\n"
    found = read_draft(text.encode(), "draft.md").quoted
    assert [each.reference for each in found] == ["release.txt, line 2", ""]


def test_a_note_of_a_web_page_names_its_source() -> None:
    page = (
        '<p>He <b>said</b> “we <i>agree</i>”<sup><a href="#n1">1</a></sup> and “x y”'
        '<a href="#gone"><sup>2</sup></a>.<ol><li id="n1">release.txt</li></ol>'
    )
    found = read_draft(page.encode(), "draft.html").quoted
    assert [each.reference for each in found] == ["release.txt", ""]


def test_a_note_of_a_word_file_names_its_source() -> None:
    document = Document()
    paragraph = document.add_paragraph("He said “we agree”")
    for mark, text in (("footnote", " and “x y”"), ("endnote", "")):
        reference = OxmlElement(f"w:{mark}Reference", {qn("w:id"): "2"})
        run: Any = paragraph.add_run()._r
        run.append(reference)
        paragraph.add_run(text)
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        NOTES.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RT.FOOTNOTES)
    file = io.BytesIO()
    document.save(file)
    found = read_draft(file.getvalue(), "draft.docx").quoted
    assert [(each.words, each.reference) for each in found] == [
        ("we agree", "release.txt"),
        ("x y", ""),
    ]


def test_a_web_page_says_in_which_encoding_it_is() -> None:
    page = '<meta charset="windows-1252"><blockquote>Caf\u00e9 society</blockquote>'
    (quoted,) = read_draft(page.encode("windows-1252"), "draft.html").quoted
    assert quoted.words == "Caf\u00e9 society"


def test_a_link_on_the_page_is_no_note() -> None:
    page = '<p>“x y” <a href="#top">top</a><p id="top">release.txt'
    assert read_draft(page.encode(), "draft.html").quoted[0].reference == ""


ODT = """<office:document-content
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">
<office:automatic-styles>
<style:style style:name="P1" style:parent-style-name="Quotations" style:family="paragraph"/>
<style:style style:name="P2" style:parent-style-name="Standard" style:family="paragraph"/>
</office:automatic-styles>
<office:body><office:text>
<text:p text:style-name="P2">He said “we agree”<text:note><text:note-citation>1</text:note-citation>
<text:note-body><text:p>release.txt</text:p></text:note-body></text:note>.</text:p>
<text:p text:style-name="P1">They met in May.<text:note/></text:p>
<table:table><table:table-row><table:table-cell><text:p>Quote</text:p></table:table-cell>
</table:table-row><table:table-row><table:table-cell><text:p>words of a</text:p>
</table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""


@pytest.mark.parametrize("styles", [None, "<styles/>"])
def test_an_opendocument_text_quotes_by_its_styles_tables_and_notes(styles: str | None) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT)
        if styles:
            archive.writestr("styles.xml", styles)
    found = read_draft(file.getvalue(), "draft.odt").quoted
    assert [(each.words, each.how) for each in found] == [
        ("we agree", QuotedAs.MARKS),
        ("They met in May.", QuotedAs.BLOCK),
        ("words of a", QuotedAs.CELL),
    ]
    assert found[0].reference == "release.txt"
