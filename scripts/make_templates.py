"""Make the shipped templates, Word and Markdown, from the table of sections.

    python scripts/make_templates.py

Writes a pair of files for each layout in ``templates/``. Whoever likes to edit them in Word may:
nothing reads this script at run time.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import markdown_sections
from word_kit import new_document, save
from word_sections import print_annex, print_furniture, print_section

from bluf.views import LAYOUTS, SECTIONS

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject

    from bluf.views import Layout

TEMPLATES = Path(__file__).parents[1] / "templates"
ASKS = ("bluf.grow",)


def main() -> None:
    """Write the templates of every layout."""
    for name, layout in LAYOUTS.items():
        save(_word(layout), TEMPLATES / f"{name}.docx")
        text = markdown_sections.page(layout.sections)
        (TEMPLATES / f"{name}.md").write_text(text, encoding="utf-8")


def _word(layout: Layout) -> DocumentObject:
    document = new_document(asks=ASKS)
    print_furniture(document)
    for name in layout.sections:
        if name == "sources":
            _note(document)
        print_section(document, SECTIONS[name])
    print_annex(document, layout.sections)
    _properties(document)
    return document


def _note(document: DocumentObject) -> None:
    document.add_paragraph("{%p if brief.annex.note %}")
    document.add_paragraph("{{ brief.annex.note }}", "Further")
    document.add_paragraph("{%p endif %}")


def _properties(document: DocumentObject) -> None:
    core = document.core_properties
    core.title, core.subject = "{{ brief.title }}", "{{ brief.title }}"
    core.author, core.comments, core.keywords = "{{ brief.from }}", "", ""
    core.language, core.last_modified_by = "{{ brief.language }}", ""


if __name__ == "__main__":
    main()
