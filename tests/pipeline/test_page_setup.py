from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from bluf.pipeline import page_setup, shipped_folder
from octavo.ooxml import read_package, write_package

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def set_up(document: bytes, *, paper: str, language: str, font: str = "") -> bytes:
    package = read_package(document, "output.docx")
    return write_package(page_setup.set_up(package, paper=paper, language=language, font=font))


def made(**margins: float) -> bytes:
    """A document on A4 with side margins in millimetres, and a landscape section at its end."""
    document = Document()
    first = document.sections[0]
    first.page_width, first.page_height = Mm(210), Mm(297)
    first.left_margin = first.right_margin = Mm(margins.get("side", 20))
    landscape = document.add_section()
    landscape.orientation = WD_ORIENT.LANDSCAPE
    landscape.page_width, landscape.page_height = Mm(297), Mm(210)
    return saved(document)


def saved(document: object) -> bytes:
    buffer = BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]  # python-docx's own class
    return buffer.getvalue()


def test_letter_paper_keeps_the_width_of_the_text() -> None:
    document = Document(BytesIO(set_up(made(), paper="letter", language="en")))
    first, last = document.sections
    assert (first.page_width, first.page_height) == (Mm(215.9), Mm(279.4))
    sides = [side or 0 for side in (first.page_width, first.left_margin, first.right_margin)]
    assert abs(sides[0] - sides[1] - sides[2] - Mm(170)) < Mm(0.1)
    assert last.page_width == Mm(279.4)


def test_what_is_right_already_stays_byte_for_byte() -> None:
    document = made()
    once = set_up(document, paper="a4", language="en")
    assert set_up(once, paper="a4", language="en") == once


def test_a_section_without_a_size_is_left_alone() -> None:
    document = Document(BytesIO(made()))
    for section in document.element.body.iter(qn("w:sectPr")):
        section.remove(section.find(qn("w:pgSz")))
    plain = saved(document)
    same = write_package(read_package(plain, "output.docx"))
    assert set_up(plain, paper="letter", language="en") == same


def test_a_section_without_margins_still_changes_its_size() -> None:
    document = Document(BytesIO(made()))
    for section in document.element.body.iter(qn("w:sectPr")):
        section.remove(section.find(qn("w:pgMar")))
    changed = Document(BytesIO(set_up(saved(document), paper="letter", language="en")))
    assert changed.sections[0].page_width == Mm(215.9)


@pytest.mark.parametrize(
    ("language", "attribute", "tag"),
    [
        ("fr", "w:val", "fr-FR"),
        ("sr-Cyrl", "w:val", "sr-Cyrl-RS"),
        ("sr-Latn", "w:val", "sr-Latn-RS"),
        ("pt-PT", "w:val", "pt-PT"),
        ("es-419", "w:val", "es-419"),
        ("he", "w:bidi", "he-IL"),
        ("zh", "w:eastAsia", "zh-CN"),
        ("eo", "w:val", "eo-001"),
        ("tlh", "w:val", "tlh"),
    ],
)
def test_the_language_of_the_text_is_that_of_the_brief(
    language: str, attribute: str, tag: str
) -> None:
    document = Document(BytesIO(set_up(made(), paper="a4", language=language)))
    (element,) = document.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert element.get(qn(attribute)) == tag


def test_a_country_of_the_same_language_is_kept() -> None:
    document = Document(BytesIO(set_up(made(), paper="a4", language="en")))
    (element,) = document.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert element.get(qn("w:val")) == "en-US"


def faces(document: bytes) -> dict[str, str | None]:
    return {
        style.name: style.font.name
        for style in Document(BytesIO(document)).styles
        if style.type == 1
    }


def test_the_face_of_the_text_is_replaced_in_each_style_that_names_it() -> None:
    document = Document()
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    for slot in ("ascii", "hAnsi"):
        defaults.attrib.pop(qn(f"w:{slot}Theme"))
        defaults.set(qn(f"w:{slot}"), "Calibri")
    document.styles["Body Text"].font.name = "Calibri"
    document.styles["Caption"].font.name = "Cambria"
    found = faces(set_up(saved(document), paper="a4", language="en", font="Arial"))
    assert (found["Body Text"], found["Caption"]) == ("Arial", "Cambria")


def theme_faces(document: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(document)) as package:
        theme = etree.fromstring(package.read("word/theme/theme1.xml"))
    return [face.get("typeface", "") for face in theme.iter(f"{DRAWING}latin")][:2]


def test_a_face_of_the_theme_is_replaced_and_that_of_headings_where_it_is_the_same() -> None:
    other = set_up(made(), paper="a4", language="en", font="Arial")
    assert theme_faces(other) == ["Calibri", "Arial"]  # headings are in Calibri, text in Cambria
    shipped = (shipped_folder() / "brief.docx").read_bytes()
    assert theme_faces(set_up(shipped, paper="a4", language="en", font="Arial")) == ["Arial"] * 2


def test_a_page_of_a_script_that_runs_leftwards_is_turned_round() -> None:
    document = Document(str(shipped_folder() / "brief.docx"))
    document.add_paragraph().add_run("نص").bold = True
    document.add_paragraph().add_run("plain")
    document.add_paragraph().add_run("").font.rtl = True
    done = Document(BytesIO(set_up(saved(document), paper="a4", language="ar")))
    body = done.element.body
    assert all(table.tblPr.find(qn("w:bidiVisual")) is not None for table in body.iter(qn("w:tbl")))
    assert body.find(f"{qn('w:sectPr')}/{qn('w:bidi')}") is not None
    assert done.styles["Normal"].element.pPr.find(qn("w:bidi")) is not None
    arabic, latin, _ = (p.runs[0] for p in done.paragraphs[-3:])
    assert arabic.font.rtl
    assert latin.font.rtl is None
    box = done.styles["Bottom Line"].element.pPr.find(qn("w:pBdr"))
    assert box.find(qn("w:right")).get(qn("w:sz")) == "24"
    again = set_up(saved(document), paper="a4", language="ar")
    assert set_up(again, paper="a4", language="ar") != saved(document)


def test_the_face_it_has_changes_nothing() -> None:
    document = set_up((shipped_folder() / "brief.docx").read_bytes(), paper="a4", language="en")
    assert set_up(document, paper="a4", language="en", font="Calibri") == document
