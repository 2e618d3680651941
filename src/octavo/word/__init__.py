"""The Word template engine: templates that people edit in Word, compiled once, filled often.

It knows nothing of briefs. A template is a .docx or .dotx file with tags of Jinja in its text::

    program = compile_template(Path("memo.docx"))
    Path("out.docx").write_bytes(program.render({"title": "R&D"}))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from octavo.errors import RenderError, TemplateError
    from octavo.word.assembly import compile_package, compile_template
    from octavo.word.including import may_take_in
    from octavo.word.marked import plain_text
    from octavo.word.outlining import outline
    from octavo.word.program import Program
    from octavo.word.values import Look, Picture, RichText, Subdocument, anchored
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
