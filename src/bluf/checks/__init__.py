"""Rules that say what is wrong, where, why it matters and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.checks.catalogue import BY_NAME
    from bluf.checks.fixes import fixable, fixed
    from bluf.checks.manual import GROUPS, explain, listing, pages
    from bluf.checks.markdown_file import MarkdownFile, read_markdown
    from bluf.checks.output import Output
    from bluf.checks.record import Record
    from bluf.checks.rule import Rule
    from bluf.checks.runner import in_order, run, settle
    from bluf.checks.selection import Selection
    from bluf.checks.template_use import TemplateUse, read_template
    from bluf.checks.word import Block, Paragraph, WordFile, read_word

__all__ = [
    "BY_NAME",
    "GROUPS",
    "Block",
    "MarkdownFile",
    "Output",
    "Paragraph",
    "Record",
    "Rule",
    "Selection",
    "TemplateUse",
    "WordFile",
    "explain",
    "fixable",
    "fixed",
    "in_order",
    "listing",
    "pages",
    "read_markdown",
    "read_template",
    "read_word",
    "run",
    "settle",
]

if not TYPE_CHECKING:  # a checker knows the names above, and refuses others
    __getattr__ = door(
        __name__,
        {
            "catalogue": ("BY_NAME",),
            "fixes": ("fixable", "fixed"),
            "manual": ("GROUPS", "explain", "listing", "pages"),
            "markdown_file": ("MarkdownFile", "read_markdown"),
            "output": ("Output",),
            "record": ("Record",),
            "rule": ("Rule",),
            "runner": ("in_order", "run", "settle"),
            "selection": ("Selection",),
            "template_use": ("TemplateUse", "read_template"),
            "word": ("Block", "Paragraph", "WordFile", "read_word"),
        },
    )
