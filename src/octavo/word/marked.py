"""A little Markdown as runs: emphasis and links; nothing else is interpreted."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from octavo.expressions import reader_of_marks, strong_pieces
from octavo.word.values import Look, RichText

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINK: Final = "]("
"""Without it a text has no link."""
_PAIRED: Final = ("*", "_")
"""Without two of one of these it has no emphasis."""
_LOOKS: Final = (Look(), Look(bold=True))
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A sign of ASCII that is meant as it stands (CommonMark 0.31, 2.4)."""


@lru_cache(maxsize=256)
def marked(text: str) -> RichText:
    """The text as runs; line ends stay line ends."""
    text = text.strip("\n")
    bare = _ESCAPE.sub("", text)
    if _LINK not in bare and all(bare.count(mark) <= 1 for mark in _PAIRED):
        rich = RichText()
        rich.add(_ESCAPE.sub(r"\1", text))
        return rich
    pieces = strong_pieces(text)
    if pieces is None:
        return _parsed(text)
    rich = RichText()
    rich.runs += [(piece, _LOOKS[at % 2]) for at, piece in enumerate(pieces) if piece]
    return rich


def _parsed(text: str) -> RichText:
    rich = RichText()
    for line_number, line in enumerate(text.split("\n")):
        if line_number:
            rich.add("\n")
        for block in reader_of_marks().parseInline(line):
            _add(block.children or [], rich)
    return rich


def plain_text(text: str) -> str:
    """The text as it is printed, without its marks."""
    return "".join(words for words, _ in marked(text))


def _add(tokens: list[Token], rich: RichText) -> None:
    looks = [Look()]
    for token in tokens:
        if token.nesting > 0:
            looks.append(_opened(token, looks[-1]))
        elif token.nesting < 0:
            looks.pop()
        elif token.content:
            rich.runs.append((token.content, looks[-1]))


def _opened(token: Token, look: Look) -> Look:
    if token.tag == "a":
        return replace(look, link=str(token.attrs.get("href", "")))
    return replace(
        look, bold=look.bold or token.tag == "strong", italic=look.italic or token.tag == "em"
    )
