"""The Word template engine: templates that people edit in Word, compiled once, filled often.

It knows nothing of briefs. A template is a .docx or .dotx file with tags of Jinja in its text::

    program = compile_template(Path("memo.docx"))
    Path("out.docx").write_bytes(program.render({"title": "R&D"}))
"""

from __future__ import annotations

from bluf.word.compile import compile_package, compile_template
from bluf.word.errors import RenderError, TemplateError
from bluf.word.outline import outline
from bluf.word.program import Field, Program
from bluf.word.values import Look, Picture, RichText

__all__ = [
    "Field",
    "Look",
    "Picture",
    "Program",
    "RenderError",
    "RichText",
    "TemplateError",
    "compile_package",
    "compile_template",
    "outline",
]
