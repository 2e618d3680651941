"""Words planted in every corner of a template: none of them travels, but those that are content."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from PIL import Image

from octavo.ooxml import read_package, write_package
from octavo.ooxml.metadata import scrub

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


def _document() -> docx.document.Document:
    document = docx.Document()
    target = io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = "mark-here"
    Image.new("RGB", (8, 8), "navy").save(target, "JPEG", exif=exif, comment="mark-here")
    target.write(b"mark-here")
    target.seek(0)
    document.add_picture(target)
    (shape,) = document.inline_shapes
    picture = shape._inline.graphic.graphicData.pic
    picture.nvPicPr.cNvPr.set("name", "mark-here.png")
    properties = shape._inline.docPr
    properties.set("descr", "C:\\Users\\mark-here\\logo.png")
    properties.set("title", "/home/mark-here")
    document.part.relate_to("https://example.org/mark-here", f"{_R}/hyperlink", is_external=True)
    settings = document.settings.element
    for tag in ("documentProtection", "writeProtection"):
        settings.insert(0, parse_xml(f'<w:{tag} {W} w:hash="mark-here" w:salt="mark-here"/>'))
    settings[0].attrib.clear()
    settings[0].set(f"{{{settings.nsmap['w']}}}hash", "mark-here")
    numbering = document.part.numbering_part.element
    for number in numbering.iter(f"{{{settings.nsmap['w']}}}nsid"):
        number.set(f"{{{settings.nsmap['w']}}}val", "mark-here")
    section = document.sections[0]
    section.header.paragraphs[0].text = "mark-here"
    for pointer in list(section._sectPr):
        if str(pointer.tag).endswith("headerReference"):
            section._sectPr.remove(pointer)
    return document


_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _bytes(document: docx.document.Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _scrubbed(data: bytes) -> dict[str, bytes]:
    package = scrub(read_package(data, "a.docx"), lambda text: "{{" in text).package
    with zipfile.ZipFile(io.BytesIO(write_package(package, {}))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _telling(members: dict[str, bytes]) -> set[str]:
    return {name for name, data in members.items() if b"mark-" in data}


def test_nothing_that_travels_unseen_is_left() -> None:
    data = _bytes(_document())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        planted = {name: archive.read(name) for name in archive.namelist()}
    assert len(_telling(planted)) >= 5
    assert _telling(_scrubbed(data)) == set()


@pytest.mark.parametrize("kind", TRACES)
def test_no_trace_within_the_text_is_left(kind: str) -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(TRACES[kind]))
    members = _scrubbed(_bytes(document))
    assert _telling(members) == set()
    shown = {"addin": b"(Smith 2020)", "smart tag": b"Belgrade", "comment": b"text"}
    assert shown.get(kind, b"") in members["word/document.xml"]


def test_other_fields_stay() -> None:
    document = docx.Document()
    simple = f'<w:p {W}><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'
    text = f"<w:p {W}><w:r><w:t>before</w:t></w:r></w:p>"
    for inner in (simple, _field(" NUMPAGES ", "9"), text, TRACES["private"]):
        document.element.body.insert(0, parse_xml(inner))
    body = _scrubbed(_bytes(document))["word/document.xml"]
    assert b" PAGE " in body
    assert b" NUMPAGES " in body


def test_what_a_tag_stands_in_stays() -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(_field(" USERNAME ", "{{ brief.from }}")))
    assert b"{{ brief.from }}" in _scrubbed(_bytes(document))["word/document.xml"]


def test_an_alternative_text_in_words_stays() -> None:
    document = _document()
    (shape,) = document.inline_shapes
    shape._inline.docPr.set("descr", "The flag of Serbia")
    assert b"The flag of Serbia" in _scrubbed(_bytes(document))["word/document.xml"]


def test_protection_holds_on_without_its_password() -> None:
    document = docx.Document()
    text = f'<w:documentProtection {W} w:edit="forms" w:enforcement="1" w:hash="mark-here"/>'
    document.settings.element.insert(0, parse_xml(text))
    settings = _scrubbed(_bytes(document))["word/settings.xml"]
    assert b'w:edit="forms" w:enforcement="1"' in settings
    assert b"mark-" not in settings
