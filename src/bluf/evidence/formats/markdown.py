"""Markdown: its words without the marks, at their line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from bluf.evidence.formats import text
from bluf.evidence.text import join_blocks
from octavo.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from bluf.evidence.text import SourceText

_SHOWN = frozenset({"text", "code_inline", "softbreak", "hardbreak"})


def read(data: bytes, path: str, encoding: str | None = None) -> SourceText:
    """What a page made of the file shows, with raw HTML and the addresses of links left out.

    Raises:
        SourceError: As `bluf.evidence.formats.text.read` does.
    """
    original = text.decode(data, path, encoding)
    lines = list(text.lines(original))
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = [
        piece for token in reader.parse("\n".join(lines)) for piece in _pieces(token, lines, path)
    ]
    return join_blocks(path, blocks, end="")


def _pieces(token: Token, lines: list[str], path: str) -> Iterator[tuple[str, TextLocation]]:
    """The shown pieces of one block; each is looked for in its line, to give the column."""
    if token.map is None:
        return
    line = token.map[0]
    if token.type in {"fence", "code_block"}:
        for number, code in enumerate(token.content.splitlines(), line + (token.type == "fence")):
            yield f"{code}\n", TextLocation(path, number + 1)
    column = 0
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            yield "\n", TextLocation(path, line + 1, column + 1)
            line, column = line + 1, 0
        elif child.content and child.type in _SHOWN:
            found = lines[line].find(child.content, column)
            column = max(found, column)
            yield child.content, TextLocation(path, line + 1, column + 1)
            column += len(child.content) if found >= 0 else 0
    if token.type == "inline":
        yield "\n", TextLocation(path, line + 1, column + 1)
