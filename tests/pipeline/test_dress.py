from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from bluf.pipeline import shipped_folder
from bluf.pipeline.dress import dress


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
    document = Document(BytesIO(dress(made(), paper="letter", language="en")))
    first, last = document.sections
    assert (first.page_width, first.page_height) == (Mm(215.9), Mm(279.4))
    sides = [side or 0 for side in (first.page_width, first.left_margin, first.right_margin)]
    assert abs(sides[0] - sides[1] - sides[2] - Mm(170)) < Mm(0.1)
    assert last.page_width == Mm(279.4)


def test_what_is_right_already_stays_byte_for_byte() -> None:
    document = made()
    once = dress(document, paper="a4", language="en")
    assert dress(once, paper="a4", language="en") == once


def test_a_section_without_a_size_is_left_alone() -> None:
    document = Document(BytesIO(made()))
    for section in document.element.body.iter(qn("w:sectPr")):
        section.remove(section.find(qn("w:pgSz")))
    plain = saved(document)
    assert dress(plain, paper="letter", language="en") == plain


def test_a_section_without_margins_still_changes_its_size() -> None:
    document = Document(BytesIO(made()))
    for section in document.element.body.iter(qn("w:sectPr")):
        section.remove(section.find(qn("w:pgMar")))
    changed = Document(BytesIO(dress(saved(document), paper="letter", language="en")))
    assert changed.sections[0].page_width == Mm(215.9)


@pytest.mark.parametrize(
    ("language", "attribute"),
    [("fr", "w:val"), ("sr-Cyrl", "w:val"), ("he", "w:bidi")],
)
def test_the_language_of_the_text_is_that_of_the_brief(language: str, attribute: str) -> None:
    document = Document(BytesIO(dress(made(), paper="a4", language=language)))
    (element,) = document.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert element.get(qn(attribute)) == language


def test_a_country_of_the_same_language_is_kept() -> None:
    document = Document(BytesIO(dress(made(), paper="a4", language="en")))
    (element,) = document.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert element.get(qn("w:val")) == "en-US"


def faces(document: bytes) -> dict[str, str | None]:
    return {
        style.name: style.font.name
        for style in Document(BytesIO(document)).styles
        if style.type == 1
    }


def test_the_face_of_the_text_is_replaced_in_each_style_that_names_it() -> None:
    document = Document(str(shipped_folder() / "brief.docx"))
    document.styles["Colophon"].font.name = "Cambria"
    found = faces(dress(saved(document), paper="a4", language="en", font="Arial"))
    assert found["Title"] == found["Normal"] == found["Table Text"] == "Arial"
    assert found["Colophon"] == "Cambria"


def test_a_face_of_the_theme_is_replaced_where_it_is_the_text_s() -> None:
    styles = Document(BytesIO(dress(made(), paper="a4", language="en", font="Arial"))).styles
    defaults = styles.element.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    assert defaults.get(qn("w:ascii")) == "Arial"
    assert defaults.get(qn("w:asciiTheme")) is None
    title = styles["Title"].element.find(f".//{qn('w:rFonts')}")
    assert title.get(qn("w:asciiTheme")) == "majorHAnsi"


def test_the_face_it_has_changes_nothing() -> None:
    document = dress((shipped_folder() / "brief.docx").read_bytes(), paper="a4", language="en")
    assert dress(document, paper="a4", language="en", font="Calibri") == document
