"""The Markdown template engine: compile once, render often, every fault at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from octavo.errors import RenderError, TemplateError
    from octavo.markdown.compile import compile_template, may_take_in
    from octavo.markdown.program import MarkdownProgram
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
