"""View → files: which template makes which file, and what is set on top of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bluf.build.dress import dress
from bluf.build.order import Output
from bluf.build.templates import find_template
from bluf.markdown import compile_template as compile_markdown
from bluf.views import mapping
from bluf.word import compile_template as compile_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.build.order import Order
    from bluf.views import BriefView

_word_program = cache(compile_word)
_markdown_program = cache(compile_markdown)
"""A template is compiled once in a process, however many briefs it serves."""


def render(kind: str, order: Order, shown: BriefView) -> Output:
    """The file of one kind (``docx``, ``md``).

    Raises:
        FindingsError: The template is missing or refused, or cannot be filled with this view.
    """
    folder = order.out or order.data.parent
    template = find_template(order.template, kind, order.templates)
    return Output(folder / f"{shown.id}.{kind}", _RENDERERS[kind](template, shown, order))


def _word(template: Path, shown: BriefView, order: Order) -> bytes:
    document = _word_program(template).render(mapping(shown))
    return dress(document, paper=order.paper, language=shown.language)


def _markdown(template: Path, shown: BriefView, order: Order) -> bytes:
    del order  # a Markdown file knows no paper
    return _markdown_program(template).render(mapping(shown)).encode()


_RENDERERS: dict[str, Callable[[Path, BriefView, Order], bytes]] = {
    "docx": _word,
    "md": _markdown,
}
