"""GitHub-flavoured Markdown, through a template such as ``templates/register.md``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.register.formats.rows import mapping
from octavo.markdown import compile_template

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.register.register import Register


def render(register: Register, template: Path) -> bytes:
    """The filled template.

    Raises:
        octavo.markdown.TemplateError: The template is refused.
        octavo.markdown.RenderError: It asks for what a register does not have.
    """
    return compile_template(template).render(mapping(register))
