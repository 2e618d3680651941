from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn

from bluf.verification import read_draft

NOTES = (
    f'<w:footnotes xmlns:w="{nsmap["w"]}"><w:footnote w:id="2"><w:p><w:r><w:t>release.txt'
    "</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


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
