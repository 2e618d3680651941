from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml
from tests.octavo.ooxml.metadata.conftest import bytes_of, scrubbed, telling

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


OFFICE = "urn:schemas-microsoft-com:office:office"


VML = "urn:schemas-microsoft-com:vml"


def _field(code: str, shown: str) -> str:
    def mark(kind: str, more: str = "") -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{more}</w:fldChar></w:r>'

    return (
        f"<w:p {W}>{mark('begin', '<w:fldData>mark-data</w:fldData>')}"
        f"<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}"
        f"<w:r><w:t>{shown}</w:t></w:r>{mark('end')}</w:p>"
    )


TRACES = {
    "addin": _field(" ADDIN EN.CITE mark-here", "(Smith 2020)"),
    "private": _field(" PRIVATE mark-here", ""),
    "user": _field(" USERNAME \\* MERGEFORMAT", "mark-here"),
    "path": _field(" FILENAME \\p", "C:\\Users\\mark-here\\a.docx"),
    "simple": f'<w:p {W}><w:fldSimple w:instr=" USERINITIALS "><w:r><w:t>mark-here</w:t></w:r>'
    "</w:fldSimple></w:p>",
    "copy": f'<w:p {W}><w:r><w:pict><v:shape xmlns:v="{VML}" xmlns:o="{OFFICE}" '
    'o:gfxdata="mark-here" alt="C:\\mark-here\\a.png"/></w:pict></w:r></w:p>',
    "smart tag": f'<w:p {W}><w:smartTag w:element="a"><w:smartTagPr><w:attr w:name="mark-here" '
    'w:val="x"/></w:smartTagPr><w:r><w:t>Belgrade</w:t></w:r></w:smartTag></w:p>',
    "comment": f"<w:p {W}><!-- mark-here --><w:r><w:t>text</w:t></w:r></w:p>",
}


@pytest.mark.parametrize("kind", TRACES)
def test_no_trace_within_the_text_is_left(kind: str) -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(TRACES[kind]))
    members = scrubbed(bytes_of(document))
    assert telling(members) == set()
    shown = {"addin": b"(Smith 2020)", "smart tag": b"Belgrade", "comment": b"text"}
    assert shown.get(kind, b"") in members["word/document.xml"]


def test_other_fields_stay() -> None:
    document = docx.Document()
    simple = f'<w:p {W}><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'
    text = f"<w:p {W}><w:r><w:t>before</w:t></w:r></w:p>"
    for inner in (simple, _field(" NUMPAGES ", "9"), text, TRACES["private"]):
        document.element.body.insert(0, parse_xml(inner))
    body = scrubbed(bytes_of(document))["word/document.xml"]
    assert b" PAGE " in body
    assert b" NUMPAGES " in body


def test_what_a_tag_stands_in_stays() -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(_field(" USERNAME ", "{{ brief.from }}")))
    assert b"{{ brief.from }}" in scrubbed(bytes_of(document))["word/document.xml"]
