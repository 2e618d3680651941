from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import qn, read_package
from octavo.ooxml.places import places_of, steps_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from octavo.ooxml import Package
    from octavo.ooxml.places import Places

    Docx = Callable[..., bytes]
    Make = Callable[[str, str], str]
    Rels = Callable[..., str]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_HERE = "<w:r><w:t>here</w:t></w:r>"


def _places(package: Package) -> Places:
    return places_of(package, package.trees()[package.main])


def _found(package: Package, part: str) -> etree._Element:
    return next(text for text in package.trees()[part].iter(qn("w:t")) if text.text == "here")


def _where(data: bytes, part: str = "word/document.xml") -> str:
    package = read_package(data, "a.docx")
    return str(_places(package).of(_found(package, part), part))


def test_a_paragraph_is_counted_among_the_paragraphs_of_its_container(docx: Docx) -> None:
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert _where(docx(f"<w:p/>{table}<w:p>{_HERE}</w:p>")) == "a.docx: body, paragraph 2"


def test_a_nested_table_is_counted_within_its_cell(docx: Docx) -> None:
    inner = f"<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p>{_HERE}</w:p></w:tc></w:tr></w:tbl>"
    outer = (
        f"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    )
    assert _where(docx(outer)) == (
        "a.docx: body, table 1, row 2, cell 1, table 1, row 1, cell 2, paragraph 1"
    )


def test_content_controls_are_looked_through(docx: Docx) -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = control.format("<w:p/><w:p/>") + control.format(f"<w:p/><w:p>{_HERE}</w:p>")
    assert _where(docx(body)) == "a.docx: body, paragraph 4"


def test_a_text_box_is_counted_within_its_paragraph(docx: Docx) -> None:
    box = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
    body = f"<w:p>{box.format('<w:p/>')}{box.format(f'<w:p>{_HERE}</w:p>')}</w:p>"
    assert _where(docx(body)) == "a.docx: body, paragraph 1, text box 2, paragraph 1"


def test_what_stands_where_it_should_not_is_number_one(docx: Docx) -> None:
    package = read_package(docx(f"<w:p>{_HERE}</w:p>"), "a.docx")
    text = _found(package, package.main)
    assert steps_to(text) == (("paragraph", 1),)
    paragraph = next(text.iterancestors(qn("w:p")))
    holder = paragraph.getparent()
    assert holder is not None
    holder.remove(paragraph)
    assert steps_to(text) == (("paragraph", 1),)


def test_headers_are_numbered_as_sections_refer_to_them(docx: Docx, part: Make, rels: Rels) -> None:
    sections = "".join(f'<w:headerReference r:id="rId{n}"/>' for n in (3, 1, 9))
    pointers = rels(("header", "header1.xml"), ("header", "header2.xml"), ("header", "header3.xml"))
    data = docx(
        f"<w:p><w:pPr><w:sectPr>{sections}</w:sectPr></w:pPr></w:p>",
        parts={
            "word/_rels/document.xml.rels": pointers,
            **{f"word/header{n}.xml": part("hdr", f"<w:p>{_HERE}</w:p>") for n in (1, 2, 3)},
        },
        types_of={f"word/header{n}.xml": f"{_WORD}header+xml" for n in (1, 2, 3)},
    )
    assert [_where(data, f"word/header{n}.xml").split(",")[0] for n in (1, 2, 3)] == [
        "a.docx: header 2",
        "a.docx: header 3",
        "a.docx: header 1",
    ]


def test_notes_and_comments_are_numbered_as_the_text_refers_to_them(docx: Docx, part: Make) -> None:
    notes = '<w:footnote w:id="8"><w:p/></w:footnote>'
    notes += f'<w:footnote w:id="9"><w:p>{_HERE}</w:p></w:footnote>'
    comments = f'<w:comment w:id="4"/><w:comment w:id="5"><w:p>{_HERE}</w:p></w:comment>'
    references = "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in (9, 8, 9))
    data = docx(
        f"<w:p>{references}</w:p>",
        parts={
            "word/footnotes.xml": part("footnotes", notes),
            "word/comments.xml": part("comments", comments),
        },
        types_of={
            "word/footnotes.xml": f"{_WORD}footnotes+xml",
            "word/comments.xml": f"{_WORD}comments+xml",
        },
    )
    assert _where(data, "word/footnotes.xml") == "a.docx: footnote 1, paragraph 1"
    assert _where(data, "word/comments.xml") == "a.docx: comment 2, paragraph 1"


def test_other_parts_are_called_by_what_they_are(docx: Docx, part: Make) -> None:
    package = read_package(
        docx(
            parts={"word/settings.xml": part("settings", ""), "word/x.xml": "<a/>"},
            types_of={"word/settings.xml": f"{_WORD}settings+xml"},
        ),
        "a.docx",
    )
    places = _places(package)
    assert str(places.of_part("word/settings.xml")) == "a.docx: settings"
    assert str(places.of_part("word/x.xml")) == "a.docx: word/x.xml"
    assert str(places.of_part("word/gone.xml")) == "a.docx: word/gone.xml"
