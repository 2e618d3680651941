"""Sections of the page as Word: one function a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Mm
from markdown_sections import filled, heading, items
from word_kit import (
    MEASURE_MM,
    Column,
    add_field,
    element,
    link,
    loop_table,
    new_table,
    write,
    write_text,
)

from bluf.views import SECTIONS, Form, portion

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as DocumentObject
    from docx.text.paragraph import Paragraph

    from bluf.views import Section

_MEMO = ("to", "through", "from", "cc", "date", "reference", "marking")
_ALWAYS = ("to", "from", "date")


def print_section(document: DocumentObject, section: Section) -> None:
    """One section at the end of the body, under its heading, left out where it is empty."""
    add = document.add_paragraph
    what = items(section)
    if section.of:
        add(f"{{%p if {filled(section)} %}}")
    if section.heading:
        add(heading(section, what), "Heading 1")
    if section.moves_wholly:
        add(f"{{%p if {what} %}}")
    _FORMS[section.form](document, section, what)
    if section.moves_wholly:
        add("{%p else %}")
        add("{{ labels.in_annex }}")
        add("{%p endif %}")
    if section.of:
        add("{%p endif %}")


def _title(document: DocumentObject, _section: Section, _what: str) -> None:
    title = portion("brief.portions.title") + "{{ brief.title }}"
    document.add_paragraph(title, "Title")


def _memo(document: DocumentObject, _section: Section, _what: str) -> None:
    """``To: Deputy Minister · From: Americas desk · 7 August 2025``."""
    line = document.add_paragraph(style="Memo Line")
    for number, name in enumerate(_MEMO):
        if name not in _ALWAYS:
            line.add_run(f"{{% if brief.{name} %}}")
        if number:
            line.add_run(" · ", "Label")
        if name not in {"date", "marking"}:
            line.add_run(f"{{{{ labels.{name} }}}}{{{{ labels.colon }}}}", "Label")
        line.add_run(f"{{{{ brief.{name} }}}}")
        if name not in _ALWAYS:
            line.add_run("{% endif %}")


def _memo_table(document: DocumentObject, _section: Section, _what: str) -> None:
    """A line for each, label and value on one tab: a table would need heads for its columns."""
    add = document.add_paragraph
    for name in _MEMO:
        if name not in _ALWAYS:
            add(f"{{%p if brief.{name} %}}")
        line = add(style="Memo Entry")
        line.add_run(f"{{{{ labels.{name} }}}}", "Label")
        line.add_run(f"\t{{{{ brief.{name} }}}}")
        if name not in _ALWAYS:
            add("{%p endif %}")


def _notice(document: DocumentObject, _section: Section, what: str) -> None:
    document.add_paragraph(f"{{{{ {what} }}}}", "Notice")


def _box(document: DocumentObject, _section: Section, _what: str) -> None:
    add = document.add_paragraph
    mark = portion("brief.portions.bottom_line")
    add(mark + "{{ brief.bottom_line | markdown }}", "Bottom Line")
    add("{%p for advised in brief.recommendations %}")
    advice = add(style="Recommendation")
    advice.add_run("{{ labels.recommendations }}", "Strong")
    advice.add_run("\u2002" + portion("advised.portion") + "{{ advised.text }}\u2002")
    advice.add_run("{{ advised.decision }}", "Label")
    add("{%p endfor %}")


def _choices(document: DocumentObject, _section: Section, what: str) -> None:
    add = document.add_paragraph
    add(f"{{%p for advised in {what} %}}")
    advice = add(style="Choice")
    advice.add_run("{% if not (loop.first and loop.last) %}{{ advised.number }}. {% endif %}")
    advice.add_run(portion("advised.portion"))
    advice.add_run("{{ advised.text }}", "Strong")
    advice.add_run("\u2002{{ advised.decision }}", "Label")
    add("{{ advised.boxes }}", "Boxes")
    add("{%p endfor %}")


def _text(document: DocumentObject, section: Section, what: str) -> None:
    known = ("bottom_line", "comment", "background")
    mark = portion(f"brief.portions.{section.of}") if section.of in known else ""
    document.add_paragraph(f"{mark}{{{{ {what} | markdown }}}}")


def _items(style: str) -> Callable[[DocumentObject, Section, str], None]:
    def print_items(document: DocumentObject, section: Section, what: str) -> None:
        document.add_paragraph(f"{{%p for {section.item} in {what} %}}")
        write_text(document.add_paragraph(style=style), section.text)
        document.add_paragraph("{%p endfor %}")

    return print_items


def _table(document: DocumentObject, section: Section, what: str) -> None:
    columns = [
        Column(f"{{{{ labels.{column.head} }}}}", column.body, column.mm)
        for column in section.columns
    ]
    group = f"{section.item}.{section.group}" if section.group else ""
    loop_table(document, f"{section.item} in {what}", columns, group)


def _accounts(document: DocumentObject, _section: Section, what: str) -> None:
    add = document.add_paragraph
    add(f"{{%p for difference in {what} %}}")
    add(f"{{%p if {what}|length > 1 %}}")
    add(portion("difference.portion") + "{{ difference.subject }}", "Subject")
    add("{%p endif %}")
    third = MEASURE_MM / 3
    table = new_table(document, (third, third, third), "Brief Accounts")
    table.add_row()
    bodies = (
        ("{{ account.party }}^account.source^", "Table Head"),
        ("{{ account.decisive | markdown }}", "Table Text"),
    )
    for row, (body, style) in zip(table.rows, bodies, strict=True):
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))
        write(row.cells[0], "{%tc for account in difference.accounts %}", style)
        write(row.cells[1], body, style)
        write(row.cells[2], "{%tc endfor %}", style)
    table.rows[0]._tr.trPr.append(element("w:tblHeader"))
    add("{%p endfor %}")


def _signatures(document: DocumentObject, _section: Section, _what: str) -> None:
    """A line to sign on for who wrote it, who passed it on, and who decides."""
    table = new_table(document, (62, 66, 42), "Brief Form")
    for cell, label in zip(table.rows[0].cells, ("name", "signature", "date"), strict=True):
        write(cell, f"{{{{ labels.{label} }}}}", "Table Head")
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
    for name in ("from", "through", "to"):
        if name == "through":
            write(table.add_row().cells[0], "{%tr if brief.through %}", "Table Text")
        row = table.add_row()
        row.height = Mm(8)
        write(row.cells[0], f"{{{{ brief.{name} }}}}", "Table Text")
        if name == "through":
            write(table.add_row().cells[0], "{%tr endif %}", "Table Text")


def _sources(document: DocumentObject, _section: Section, what: str) -> None:
    """One paragraph: whoever needs a source finds it by its number."""
    line = document.add_paragraph(style="Sources")
    line.add_run(f"{{% for source in {what} %}}")
    line.add_run("{{ source.number }}", "Source Number")
    line.add_run("\u00a0" + portion("source.portion") + "{% if source.url %}")
    link(line, "{{ source.url }}", "{{ source.summary }}")
    line.add_run("{% else %}{{ source.summary }}{% endif %}")
    line.add_run("{% if not loop.last %}\u00a0\u00a0 {% endif %}{% endfor %}")


_FORMS: dict[Form, Callable[[DocumentObject, Section, str], None]] = {
    Form.TITLE: _title,
    Form.MEMO: _memo,
    Form.MEMO_TABLE: _memo_table,
    Form.NOTICE: _notice,
    Form.BOX: _box,
    Form.CHOICES: _choices,
    Form.TEXT: _text,
    Form.LINES: _items("Normal"),
    Form.BULLETS: _items("List Bullet"),
    Form.TABLE: _table,
    Form.ACCOUNTS: _accounts,
    Form.SIGNATURES: _signatures,
    Form.SOURCES: _sources,
}


def print_annex(document: DocumentObject, names: tuple[str, ...]) -> None:
    """What did not fit on the page; the style of its heading says that it does not count."""
    add = document.add_paragraph
    add("{%p if brief.annex.note %}")
    title = add(style="Annex")
    title.add_run("{{ labels.annex }} · {{ brief.title }}")
    add("{%p if brief.annex.events %}")
    add("{{ labels.participants }}", "Heading 1")
    add("{%p for event in brief.annex.events %}")
    whole = portion("event.portion") + "**{{ event.title }}** · {{ event.everybody }}"
    write_text(add(style="Normal"), whole)
    add("{%p endfor %}")
    add("{%p endif %}")
    for name in names:
        section = SECTIONS[name]
        if not section.movable:
            continue
        what = items(section, "brief.annex")
        add(f"{{%p if {what} %}}")
        add(f"{{{{ labels.{section.heading} }}}}", "Heading 1")
        _FORMS[section.form](document, section, what)
        add("{%p endif %}")
    add("{%p endif %}")


def print_furniture(document: DocumentObject) -> None:
    """Headers and footers: letterhead and marking; on later pages the title and the page."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.style = document.styles["Letterhead"]
    first.add_run("{% if letterhead.logo %}{{ letterhead.logo }}\u00a0 {% endif %}")
    first.add_run("{{ letterhead.name }}")
    _marked(section.first_page_header, first)
    later = section.header.paragraphs[0]
    later.style = document.styles["Running Head"]
    later.add_run("{{ brief.title }}")
    _marked(section.header, later)
    for footer, pages in ((section.first_page_footer, False), (section.footer, True)):
        line = footer.paragraphs[0]
        line.style = document.styles["Colophon"]
        line.add_run('{{ brief.colophon|join(" · ") }}')
        if pages:
            _page_number(line)
        _marked(footer, line)


def _page_number(line: Paragraph) -> None:
    line.add_run(" · {{ labels.page_before }}")
    add_field(line, "PAGE")
    line.add_run("{{ labels.page_between }}")
    add_field(line, "NUMPAGES")
    line.add_run("{{ labels.page_after }}")


def _marked(story: object, line: Paragraph) -> None:
    """The marking: at the end of a line where it is open, bold where not, a banner for secrets."""
    line.add_run("\t{% if brief.weight == 0 %}{{ brief.marking }}{% endif %}", "Muted")
    line.add_run("{% if brief.weight == 1 %}{{ brief.marking }}{% endif %}", "Strong")
    add = story.add_paragraph
    add("{%p if brief.weight == 2 %}")
    add("{{ brief.marking }}", "Banner")
    add("{%p endif %}")
