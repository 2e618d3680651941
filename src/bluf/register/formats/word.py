"""Word, through a template such as ``templates/register.docx``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.register.formats.rows import mapping
from octavo.word import compile_template

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.register.register import Register


def render(register: Register, template: Path) -> bytes:
    """The filled template.

    Raises:
        octavo.word.TemplateError: The template is refused.
        octavo.word.RenderError: It asks for what a register does not have.
    """
    return compile_template(template).render(mapping(register))
