"""The Markdown template engine: compile once, render often, every fault at its line."""

from __future__ import annotations

from bluf.markdown.compile import compile_template
from bluf.markdown.errors import RenderError, TemplateError
from bluf.markdown.program import Program

__all__ = ["Program", "RenderError", "TemplateError", "compile_template"]
