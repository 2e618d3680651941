"""Rules that say what is wrong, where, why it matters and what to do."""

from __future__ import annotations

from bluf.checks.fixes import fixable, fixed
from bluf.checks.manual import GROUPS, explain, listing, pages
from bluf.checks.markdown_file import MarkdownFile, read_markdown
from bluf.checks.output import Output
from bluf.checks.record import Record
from bluf.checks.rule import Rule
from bluf.checks.runner import in_order, run, settle
from bluf.checks.selection import Selection
from bluf.checks.table import BY_NAME, RULES
from bluf.checks.template_use import TemplateUse, read_template
from bluf.checks.word import Block, Paragraph, WordFile, read_word

__all__ = [
    "BY_NAME",
    "GROUPS",
    "RULES",
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
