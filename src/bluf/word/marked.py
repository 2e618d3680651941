"""A little Markdown as runs: emphasis, links and code; nothing else is interpreted."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from bluf.word.values import Look, RichText

if TYPE_CHECKING:
    from markdown_it.token import Token

_INLINE: Final = MarkdownIt("zero").enable(
    ["emphasis", "link", "backticks", "escape", "entity", "strikethrough", "autolink"]
)
_CODE_FONT: Final = "Consolas"


@lru_cache(maxsize=256)
def marked(text: str) -> RichText:
    """The text as runs; line ends stay line ends."""
    rich = RichText()
    for line_number, line in enumerate(text.strip("\n").split("\n")):
        if line_number:
            rich.add("\n")
        for block in _INLINE.parseInline(line):
            _add(block.children or [], rich)
    return rich


def _add(tokens: list[Token], rich: RichText) -> None:
    looks = [Look()]
    for token in tokens:
        if token.nesting > 0:
            looks.append(_opened(token, looks[-1]))
        elif token.nesting < 0:
            looks.pop()
        elif token.type == "code_inline":
            rich.runs.append((token.content, replace(looks[-1], font=_CODE_FONT)))
        elif token.content:
            rich.runs.append((token.content, looks[-1]))


def _opened(token: Token, look: Look) -> Look:
    if token.tag == "a":
        return replace(look, link=str(token.attrs.get("href", "")))
    return replace(
        look,
        bold=look.bold or token.tag == "strong",
        italic=look.italic or token.tag == "em",
        strike=look.strike or token.tag == "s",
    )
