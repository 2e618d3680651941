from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from bluf.register import Group, Reckoning, RowSelection, make_register
from bluf.register.formats import markdown, word

if TYPE_CHECKING:
    from bluf.register import Linked, Register

TEMPLATES = Path(__file__).parents[3] / "templates"


def test_markdown_prints_values_as_they_were_typed(register: Register) -> None:
    text = markdown.render(register, TEMPLATES / "register.md").decode()
    page = MarkdownIt("commonmark").enable("table").render(text)
    assert "=cmd|'/C calc'!A0" in page.replace("&quot;", '"')
    assert "<b>" not in page
    assert page.count("<table>") == 2
    assert "<strong>Launch the dialogue</strong> (carried over 1×)" in page
    assert "“uskoro” “soon” (translation, the desk) — Novosti: Članak, 3 Jan 2025" in page
    assert '<a href="https://example.org/a">Novosti: Članak, 3 Jan 2025</a>' in page


def test_markdown_names_what_was_left_out(linked: Linked, empty: Register) -> None:
    chosen = make_register(
        linked,
        Reckoning(empty.day.replace(year=2026)),
        RowSelection(owner="us"),
        group_by=Group.OWNER,
    )
    text = markdown.render(chosen, TEMPLATES / "register.md").decode()
    assert "Only: Owed by: us." in text
    assert "## Follow-ups: United States" in text
    none = markdown.render(empty, TEMPLATES / "register.md").decode()
    assert "Briefs: 0. Recorded later and left out: 3." in none
    assert "Nothing was recorded by then." in none


def test_word_has_a_heading_and_a_repeated_header_row_for_each_table(register: Register) -> None:
    document = Document(io.BytesIO(word.render(register, TEMPLATES / "register.docx")))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == ["Follow-ups", "Requests", "Threads"]
    assert len(document.tables) == 2 + len(register.entries)
    for table in document.tables:
        properties = table.rows[0]._tr.trPr
        assert properties is not None
        assert properties.find(qn("w:tblHeader")) is not None
    titles = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]
    assert titles == [entry.what for entry in register.threads]
    assert document.core_properties.title == "Register · 2 February 2025"


def test_word_has_the_rows_of_the_register(register: Register) -> None:
    document = Document(io.BytesIO(word.render(register, TEMPLATES / "register.docx")))
    follow_ups = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert follow_ups[1][:6] == [
        "2025-01-05-a#F5",
        "Answer",
        "Serbia",
        "5 Jan 2025",
        "15 Jan 2025",
        "Overdue (18 days)",
    ]
    assert document.sections[0].header.paragraphs[0].text == "UNCLASSIFIED"
