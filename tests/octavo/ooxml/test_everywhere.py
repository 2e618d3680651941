"""Every text of a Word file, seen or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import every_field, every_text, read_package

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Make = Callable[[str, str], str]
    Rels = Callable[..., str]


def test_every_text_has_its_place(docx: Docx, rels: Rels, part: Make) -> None:
    box = "<w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>{{ a</w:t></w:r><w:r>{box}</v:textbox></w:pict></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        '<w:r><w:pict><v:textpath string="watermark"/></w:pict></w:r></w:p>'
    )
    note = "<w:footnote w:id='1'><w:p><w:r><w:t>unread</w:t></w:r></w:p></w:footnote>"
    data = docx(
        body,
        parts={
            "word/_rels/document.xml.rels": rels(("footnotes", "footnotes.xml")),
            "word/footnotes.xml": part("footnotes", note),
            "docProps/app.xml": "<Properties><Company>{ c</Company></Properties>",
        },
        types_of={"word/footnotes.xml": "application/x.footnotes+xml"},
    )
    package = read_package(data, "a.docx")
    found = {text: place.place for place, text in every_text(package, b"{")}
    assert found["{ a"] == "body, paragraph 1"
    assert found["box"] == "body, paragraph 1, text box 1, paragraph 1"
    assert found["hidden"] == "body, paragraph 2"
    assert found["watermark"] == "body, paragraph 2"
    assert "{ c" in found
    assert "unread" not in found


def test_every_field_has_its_code(docx: Docx) -> None:
    body = '<w:p><w:fldSimple w:instr=" MERGEFIELD Name "/></w:p>'
    package = read_package(docx(body), "a.docx")
    assert [code for _, code in every_field(package)] == [" MERGEFIELD Name "]
    assert list(every_field(read_package(docx(), "a.docx"))) == []
