"""Make the shipped Word template of the register from nothing.

    python scripts/make_register_template.py

Writes templates/register.docx, on the page and in the styles of the brief, lying on its side.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from word_kit import Column, loop_table, new_document, save

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject

TEMPLATE = Path(__file__).parents[1] / "templates" / "register.docx"

EVIDENCE = (
    "{{ row.quote }}{% if row.translation %} {{ row.translation }}{% endif %}"
    "{% if row.source %} — {{ row.source }}{% endif %}"
)
WHAT = "{{ row.what }}{% if row.carried %} ({{ row.carried }}){% endif %}"
FOLLOW_UPS = (
    Column("Id", "{{ row.id }}", 34),
    Column("What", WHAT, 52),
    Column("Who owes whom", "{{ row.sides }}", 36),
    Column("Since", "{{ row.since }}", 20),
    Column("Due", "{{ row.due }}", 34),
    Column("Where it stands", "{{ row.standing }}", 26),
    Column("Last evidence", EVIDENCE, 55),
)
REQUESTS = (
    Column("Id", "{{ row.id }}", 34),
    Column("What", WHAT, 62),
    Column("Who owes whom", "{{ row.sides }}", 40),
    Column("Since", "{{ row.since }}", 20),
    Column("Where it stands", "{{ row.standing }}", 32),
    Column("Last evidence", EVIDENCE, 69),
)
QUOTATIONS = (
    "{% for each in step.quotations %}{{ each.quote }}"
    "{% if each.translation %} {{ each.translation }}{% endif %} — {{ each.source }}"
    "{% if not loop.last %}; {% endif %}{% endfor %}"
)
STEPS = (
    Column("Date", "{{ step.date }}", 20),
    Column("Step", "{{ step.mark }}", 34),
    Column("What happened", "{{ step.note }}", 48),
    Column("Recorded in", "{{ step.brief }}", 38),
    Column("Quotations", QUOTATIONS, 117),
)


def main() -> None:
    """Write the template."""
    document = new_document()
    _lying(document)
    _markings(document)
    _top(document)
    _sections(document)
    _threads(document)
    document.add_paragraph("{{ register.stamp }}", "Colophon")
    core = document.core_properties
    core.title, core.subject, core.author = "Register as of {{ register.as_of }}", "", "bluf"
    core.comments, core.keywords, core.last_modified_by, core.language = "", "", "", "en"
    save(document, TEMPLATE)


def _lying(document: DocumentObject) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)


def _markings(document: DocumentObject) -> None:
    section = document.sections[0]
    for part in (section.header, section.footer):
        paragraph = part.paragraphs[0]
        paragraph.style = document.styles["Marking"]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run("{{ register.marking }}")


def _top(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("Register as of {{ register.as_of }}", "Title")
    add("{%p if register.marking %}")
    add("Marking: {{ register.marking }}", "Memo Line")
    add("{%p endif %}")
    add(
        "What was asked, what was answered, what is still owed, over {{ register.briefs }}."
        "{% if register.later %} Recorded later and left out: {{ register.later }}.{% endif %}"
        "{% if register.selection %} Only: {{ register.selection }}.{% endif %}"
    )
    add("{% if register.counts %}{{ register.counts }}.{% else %}{{ register.empty }}{% endif %}")


def _sections(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{%p for section in register.sections %}")
    add("{{ section.heading }}", "Heading 1")
    add("{%p if section.has_due %}")
    loop_table(document, "row in section.rows", FOLLOW_UPS)
    add("{%p else %}")
    loop_table(document, "row in section.rows", REQUESTS)
    add("{%p endif %}")
    add("{%p endfor %}")


def _threads(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{%p if register.threads %}")
    add("Threads", "Heading 1")
    add("{%p for thread in register.threads %}")
    add("{{ thread.what }}", "Heading 2")
    facts = add("{{ thread.id }}: {{ thread.standing }}")
    facts.paragraph_format.keep_with_next = True
    loop_table(document, "step in thread.steps", STEPS)
    add("{%p endfor %}")
    add("{%p endif %}")


if __name__ == "__main__":
    main()
