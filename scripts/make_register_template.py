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
    Column("{{ labels.id }}", "{{ row.id }}", 34),
    Column("{{ labels.what }}", WHAT, 52),
    Column("{{ section.sides }}", "{{ row.sides }}", 36),
    Column("{{ labels.since }}", "{{ row.since }}", 20),
    Column("{{ labels.due }}", "{{ row.due }}", 34),
    Column("{{ labels.stands }}", "{{ row.standing }}", 26),
    Column("{{ labels.evidence }}", EVIDENCE, 55),
)
REQUESTS = (
    Column("{{ labels.id }}", "{{ row.id }}", 34),
    Column("{{ labels.what }}", WHAT, 62),
    Column("{{ section.sides }}", "{{ row.sides }}", 40),
    Column("{{ labels.since }}", "{{ row.since }}", 20),
    Column("{{ labels.stands }}", "{{ row.standing }}", 32),
    Column("{{ labels.evidence }}", EVIDENCE, 69),
)
QUOTATIONS = (
    "{% for each in step.quotations %}{{ each.quote }}"
    "{% if each.translation %} {{ each.translation }}{% endif %} — {{ each.source }}"
    "{% if not loop.last %}{{ labels.semicolon }}{% endif %}{% endfor %}"
)
STEPS = (
    Column("{{ labels.date }}", "{{ step.date }}", 20),
    Column("{{ labels.step }}", "{{ step.mark }}", 34),
    Column("{{ labels.happened }}", "{{ step.note }}", 48),
    Column("{{ labels.recorded_in }}", "{{ step.brief }}", 38),
    Column("{{ labels.quotations }}", QUOTATIONS, 117),
)


def main() -> None:
    """Write the template."""
    document = new_document()
    _lying(document)
    _markings(document)
    _top(document)
    _sections(document)
    _threads(document)
    core = document.core_properties
    core.title, core.subject = "{{ register.title }} · {{ register.as_of }}", ""
    core.author, core.comments, core.keywords = "bluf", "{{ register.stamp }}", ""
    core.language, core.last_modified_by = "{{ register.language }}", ""
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
    add("{{ register.title }}", "Title")
    add("{%p if register.marking %}")
    add("{{ labels.marking }}{{ labels.colon }}{{ register.marking }}", "Memo Line")
    add("{%p endif %}")
    add(
        "{{ register.lead }}{% if register.later %} {{ register.later }}{% endif %}"
        "{% if register.selection %} {{ register.selection }}{% endif %}"
    )
    add("{% if register.counts %}{{ register.counts }}{% else %}{{ register.empty }}{% endif %}")


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
    add("{{ labels.threads }}", "Heading 1")
    add("{%p for thread in register.threads %}")
    add("{{ thread.what }}", "Heading 2")
    facts = add("{{ thread.id }} · {{ thread.standing }}")
    facts.paragraph_format.keep_with_next = True
    loop_table(document, "step in thread.steps", STEPS)
    add("{%p endfor %}")
    add("{%p endif %}")


if __name__ == "__main__":
    main()
