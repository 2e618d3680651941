from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn

from bluf.register.formats.table import rendered

if TYPE_CHECKING:
    from bluf.register import Register


TEMPLATES = Path(__file__).parents[3] / "templates"


def test_word_has_a_heading_and_a_repeated_header_row_for_each_table(register: Register) -> None:
    document = Document(io.BytesIO(rendered(register, "docx", TEMPLATES / "register.docx")))
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
    document = Document(io.BytesIO(rendered(register, "docx", TEMPLATES / "register.docx")))
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
