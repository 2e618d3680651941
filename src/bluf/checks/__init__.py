"""Rules that say what is wrong, where, why it matters and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.checks.markdown_file import MarkdownFile, read_markdown
    from bluf.checks.runner import in_order, run, settle
    from bluf.checks.subjects import CheckedRecord, FinishedOutput
    from bluf.checks.suppression import Selection
    from bluf.checks.template_use import TemplateUse, read_template, without_tags
    from bluf.checks.word import Block, Paragraph, WordFile, read_word
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
