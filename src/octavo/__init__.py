"""Documents: Word and Markdown templates, the text of Word files, their comparison, their pages.

::

    import octavo

    letter = octavo.render("letter.docx", {"name": "Ada"})

A file is given as a path (``str`` or ``Path``), as bytes, or as an open file. What is refused
raises an error that carries every fault, each with its place and its remedy, in ``findings``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from octavo.api import (
        Template,
        check_template,
        compare,
        compile_template,
        fields,
        may_take_in,
        measure,
        read_text,
        render,
        schema,
    )
    from octavo.errors import RenderError, TemplateError
    from octavo.expressions import Field
    from octavo.finding import Finding, FindingsError, Level
    from octavo.ooxml import Block, PackageError
    from octavo.pages import Layout, Verdict
    from octavo.word import Picture, RichText, Subdocument

__all__ = [
    "Block",
    "Field",
    "Finding",
    "FindingsError",
    "Layout",
    "Level",
    "PackageError",
    "Picture",
    "RenderError",
    "RichText",
    "Subdocument",
    "Template",
    "TemplateError",
    "Verdict",
    "check_template",
    "compare",
    "compile_template",
    "fields",
    "may_take_in",
    "measure",
    "read_text",
    "render",
    "schema",
]

if not TYPE_CHECKING:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
