from __future__ import annotations

import io
import zipfile

import docx
from docx.oxml import parse_xml
from PIL import Image

from octavo.ooxml import read_package, write_package
from octavo.ooxml.metadata import scrub


def has_tag(text: str) -> bool:
    return "{{" in text


def bytes_of(document: docx.document.Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def scrubbed(data: bytes) -> dict[str, bytes]:
    package = scrub(read_package(data, "a.docx"), lambda text: "{{" in text).package
    with zipfile.ZipFile(io.BytesIO(write_package(package, {}))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def telling(members: dict[str, bytes]) -> set[str]:
    return {name for name, data in members.items() if b"mark-" in data}


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def new_document() -> docx.document.Document:
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
