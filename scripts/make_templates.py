"""Make the shipped Word template from nothing, so that its design is reviewed as code.

    python scripts/make_templates.py

Writes templates/brief.docx. Whoever likes to edit the template in Word may: nothing reads this
script at run time.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from word_kit import (
    LABEL_MM,
    MEASURE_MM,
    link,
    loop_table,
    new_document,
    new_table,
    save,
    write,
)

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject

TEMPLATES = Path(__file__).parents[1] / "templates"


def main() -> None:
    """Write every template that this script makes."""
    document = new_document()
    _headers(document)
    _body(document)
    _properties(document)
    save(document, TEMPLATES / "brief.docx")


def _headers(document: DocumentObject) -> None:
    """The marking stands at the top and at the bottom of each page."""
    section = document.sections[0]
    for part in (section.header, section.footer):
        paragraph = part.paragraphs[0]
        paragraph.style = document.styles["Marking"]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run("{{ brief.marking }}")


def _body(document: DocumentObject) -> None:
    add = document.add_paragraph
    _memo_lines(document)
    subject = add(style="Title")
    label = subject.add_run("{{ labels.subject }}\t")
    label.style = document.styles["Label"]
    subject.add_run("{{ brief.title }}")
    add("{%p if brief.unproven %}")
    add("{{ brief.unproven }}", "Notice")
    add("{%p endif %}")
    add("{{ labels.bottom_line }}", "Heading 1")
    add("{{ brief.bottom_line | markdown }}", "Bottom Line")
    _events(document)
    _outstanding(document)
    _requests(document)
    _outcomes(document)
    _differences(document)
    _follow_ups(document)
    _background(document, "brief.background")
    add("{%p if brief.annex.note %}")
    add("{{ brief.annex.note }}", "Further")
    add("{%p endif %}")
    _sources(document)
    _colophon(document)
    _annex(document)


def _memo_lines(document: DocumentObject) -> None:
    """To, from, date and marking, on the grid that the subject line shares."""
    table = new_table(document, (LABEL_MM, 84, 18, MEASURE_MM - LABEL_MM - 102))
    lines = (("to", "date"), ("from", "marking"))
    for row, names in zip((table.rows[0], table.add_row()), lines, strict=True):
        for at, name in zip((0, 2), names, strict=True):
            write(row.cells[at], "", "Memo Line")
            label = row.cells[at].paragraphs[0].add_run(f"{{{{ labels.{name} }}}}")
            label.style = document.styles["Label"]
            write(row.cells[at + 1], f"{{{{ brief.{name} }}}}", "Memo Line")
            for cell in row.cells[at : at + 2]:
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM


def _events(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{%p if brief.events %}")
    add("{{ labels.meeting }}", "Heading 1")
    add("{%p for event in brief.events %}")
    paragraph = add(style="Normal")
    paragraph.add_run("{{ event.title }}").bold = True
    paragraph.add_run("{% if event.date %}, {{ event.date }}{% endif %}")
    paragraph.add_run("{% if event.place %}, {{ event.place }}{% endif %}")
    paragraph.add_run("{% if event.participants %}. {{ event.participants }}.{% endif %}")
    add("{%p endfor %}")
    add("{%p endif %}")


def _outstanding(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{%p if brief.outstanding %}")
    add("{{ labels.outstanding }}", "Heading 1")
    columns = (
        ("{{ labels.number }}", "{{ item.number }}", 8),
        ("{{ labels.action }}", "{{ item.what }}", 62),
        ("{{ labels.owner }}", "{{ item.owner }}", 24),
        ("{{ labels.due }}", "{{ item.due }}", 54),
        ("{{ labels.status }}", "{{ item.status }}", 22),
    )
    loop_table(document, "item in brief.outstanding", columns)
    add("{%p endif %}")


def _requests(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{{ labels.requests }}", "Heading 1")
    add("{%p if brief.requests %}")
    _request_table(document, "brief.requests")
    _otherwise(document, "brief.annex.requests")


def _request_table(document: DocumentObject, requests: str) -> None:
    columns = (
        ("{{ labels.number }}", "{{ request.number }}", 8),
        (
            "{{ labels.ask }}",
            "{{ request.ask }}{% if request.state %} ({{ request.state }}){% endif %}",
            79,
        ),
        ("{{ labels.parties }}", "{{ request.from }} → {{ request.to }}", 45),
        ("{{ labels.answer }}", "{{ request.answer }}", 24),
        ("{{ labels.sources }}", "{{ request.sources }}", 14),
    )
    loop_table(document, f"request in {requests}", columns)


def _outcomes(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{{ labels.outcomes }}", "Heading 1")
    add("{%p if brief.outcomes %}")
    _outcome_list(document, "brief.outcomes")
    _otherwise(document, "brief.annex.outcomes")


def _outcome_list(document: DocumentObject, outcomes: str) -> None:
    add = document.add_paragraph
    add(f"{{%p for outcome in {outcomes} %}}")
    item = add(style="List Bullet")
    item.add_run("{{ outcome.strength }}: ").bold = True
    item.add_run("{{ outcome.statement }}")
    tail = "{% if outcome.said_by %} ({{ outcome.said_by }}){% endif %}"
    item.add_run(tail + "{% if outcome.sources %} [{{ outcome.sources }}]{% endif %}")
    add("{%p endfor %}")


def _differences(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{%p if brief.differences %}")
    add("{{ labels.differences }}", "Heading 1")
    add("{%p for difference in brief.differences %}")
    item = add(style="List Bullet")
    item.add_run("{{ difference.subject }}").bold = True
    account = "{{ account.party }}: {{ account.summary }} [{{ account.source }}]"
    ends = "{% if not loop.last %}; {% endif %}"
    item.add_run(" – {% for account in difference.accounts %}" + account + ends + "{% endfor %}")
    add("{%p endfor %}")
    add("{%p endif %}")


def _follow_ups(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{{ labels.follow_ups }}", "Heading 1")
    add("{%p if brief.follow_ups %}")
    _follow_up_table(document, "brief.follow_ups")
    _otherwise(document, "brief.annex.follow_ups")


def _follow_up_table(document: DocumentObject, follow_ups: str) -> None:
    columns = (
        ("{{ labels.number }}", "{{ item.number }}", 8),
        (
            "{{ labels.action }}",
            "{{ item.action }}{% if item.carried %} ({{ item.carried }}){% endif %}",
            63,
        ),
        ("{{ labels.owner }}", "{{ item.owner }}", 22),
        ("{{ labels.due }}", "{{ item.due }}", 59),
        ("{{ labels.status }}", "{{ item.status }}", 18),
    )
    loop_table(document, f"item in {follow_ups}", columns)


def _background(document: DocumentObject, background: str) -> None:
    add = document.add_paragraph
    add(f"{{%p if {background} %}}")
    add("{{ labels.background }}", "Heading 1")
    add(f"{{{{ {background} | markdown }}}}")
    add("{%p endif %}")


def _sources(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{%p if brief.sources %}")
    add("{{ labels.sources }}", "Heading 1")
    add("{%p for source in brief.sources %}")
    item = add(style="List Number")
    item.add_run("{{ source.summary }}")
    item.add_run("{% if source.url %}, ")
    link(item, "{{ source.url }}", "{{ source.url }}")
    item.add_run("{% endif %}")
    add("{%p endfor %}")
    add("{%p endif %}")


def _colophon(document: DocumentObject) -> None:
    line = document.add_paragraph(style="Colophon")
    line.paragraph_format.space_before = Pt(4)
    line.add_run("{% if brief.contact %}{{ labels.contact }}: {{ brief.contact }} · {% endif %}")
    line.add_run("{{ labels.as_of }} {{ brief.as_of }}")


def _annex(document: DocumentObject) -> None:
    """What did not fit on the page; the style of its heading says that it does not count."""
    add = document.add_paragraph
    add("{%p if brief.annex.note %}")
    heading = add(style="Annex")
    label = heading.add_run("{{ labels.annex }}\t")
    label.style = document.styles["Label"]
    heading.add_run("{{ brief.title }}")
    for name, part in (
        ("requests", _request_table),
        ("outcomes", _outcome_list),
        ("follow_ups", _follow_up_table),
    ):
        add(f"{{%p if brief.annex.{name} %}}")
        add(f"{{{{ labels.{name} }}}}", "Heading 1")
        part(document, f"brief.annex.{name}")
        add("{%p endif %}")
    _background(document, "brief.annex.background")
    add("{%p endif %}")


def _otherwise(document: DocumentObject, beyond: str) -> None:
    """An empty section says so, or where its items are; it does not drop its heading."""
    add = document.add_paragraph
    add(f"{{%p elif {beyond} %}}")
    add("{{ labels.in_annex }}")
    add("{%p else %}")
    add("{{ labels.none_reported }}")
    add("{%p endif %}")


def _properties(document: DocumentObject) -> None:
    core = document.core_properties
    core.title, core.subject = "{{ brief.title }}", "{{ labels.subject }}: {{ brief.title }}"
    core.author, core.comments, core.keywords = "{{ brief.from }}", "", ""
    core.language, core.last_modified_by = "{{ brief.language }}", ""


if __name__ == "__main__":
    main()
