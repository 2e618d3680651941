from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from octavo.word import outline

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as DocumentType

COMMENTS = Path(__file__).parent / "cases" / "076-comment-text" / "template.docx"
BOX = Path(__file__).parent / "cases" / "077-text-box" / "template.docx"
NUMBERED = Path(__file__).parent / "cases" / "049-numbering-restart" / "template.docx"


def test_a_template_reads_line_by_line(template: Callable[..., Path]) -> None:
    def make(document: DocumentType) -> None:
        table = document.add_table(rows=1, cols=2)
        table.rows[0].cells[0].text = "{{ a }}\nb"
        document.sections[0].header.paragraphs[0].text = "{{ h }}\tx"

    assert outline(template("{{ x }}", make=make)).splitlines() == [
        "== body ==",
        "{{ x }}",
        "table 1:",
        "  | {{ a }}⏎b |  |",
        "== header 1 ==",
        "[header] {{ h }}⇥x",
    ]


def test_a_style_without_a_name_is_shown_by_its_id(template: Callable[..., Path]) -> None:
    def make(document: DocumentType) -> None:
        style = document.styles.add_style("Claim", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("x", style)
        style.element.remove(style.element.find(qn("w:name")))

    assert "[Claim] x" in outline(template(make=make))


def test_notes_boxes_and_numbers_are_shown() -> None:
    assert "== comments ==\nAsk {{ who }}" in outline(COMMENTS)
    assert "  □ Box {{ name }}" in outline(BOX)
    assert "[List Number #1] {{ s }}" in outline(NUMBERED)


def test_two_files_of_one_text_read_the_same(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        document = Document()
        document.add_paragraph("{{ x }}")
        document.save(str(tmp_path / name))
    assert outline(tmp_path / "a.docx") == outline(tmp_path / "b.docx")
