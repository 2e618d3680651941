"""The subject of the rules about Markdown files, read as CommonMark with GitHub's tables."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, ClassVar

from markdown_it import MarkdownIt

from bluf.checks.prose import Hyperlink, Prose, ProseBlock
from bluf.markings import Schemes, schemes
from octavo.location import Location, TextLocation

if TYPE_CHECKING:
    from markdown_it.token import Token


_LINE_END = re.compile(r"\r\n|\n|\r")
_SHOWN = {"softbreak": "\n", "hardbreak": "\n", "code_inline": "\ufffc"}
"""What stands for a token without a text that rules read."""


class MarkdownFile(Prose, frozen=True):
    """A Markdown file: its lines, and the tokens of markdown-it."""

    groups: ClassVar[tuple[str, ...]] = ("document", "markdown")

    lines: tuple[str, ...]
    tokens: tuple[Token, ...]

    def at(self, line: int, column: int = 1) -> TextLocation:
        """A place, by line and column from 1."""
        return TextLocation(self.path, line, column)

    def line(self, number: int) -> str:
        """A line, counted from 1."""
        return self.lines[number - 1]


def read_markdown(path: str, text: str, own: Schemes | None = None) -> MarkdownFile:
    """A Markdown file from its text; ``own`` are the schemes of markings, the shipped ones else."""
    lines = tuple(_LINE_END.split(text))
    tokens = tuple(_reader().parse(text))
    found = [
        (_passage(path, lines, before, token), token.children or [])
        for before, token in itertools.pairwise(tokens)
        if token.type == "inline"
    ]
    passages = tuple(passage for passage, _ in found)
    links = tuple(
        Hyperlink(text, passage) for passage, children in found for text in _link_texts(children)
    )
    return MarkdownFile(path, passages, links, own or schemes(), lines, tokens)


@cache
def _reader() -> MarkdownIt:
    """It keeps nothing of what it reads, and takes as long to make as to read a page."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _passage(path: str, lines: tuple[str, ...], before: Token, token: Token) -> ProseBlock:
    """The passage of an inline token; ``before`` opens what it stands in."""
    children = token.children or []
    first, last = token.map or (0, 1)
    return ProseBlock(
        text=_text(children),
        locate=partial(_locate, path, lines[first:last], first + 1, token.content),
        heading=int(before.tag[1]) if before.type == "heading_open" else None,
        pictured=any(child.type == "image" for child in children),
    )


def _locate(
    path: str, lines: tuple[str, ...], number: int, content: str, words: str
) -> tuple[Location, str]:
    """The line and column at which words of a passage start; else where the passage starts."""
    for wanted in (words.partition("\n")[0], content.partition("\n")[0]):
        for offset, line in enumerate(lines):
            if wanted and wanted in line:
                return TextLocation(path, number + offset, line.index(wanted) + 1), line
    return TextLocation(path, number), lines[0]


def _text(children: list[Token]) -> str:
    """What the reader sees."""
    return "".join(
        child.content if child.type in {"text", "image"} else _SHOWN.get(child.type, "")
        for child in children
    )


def _link_texts(children: list[Token]) -> Iterator[str]:
    start = 0
    for index, child in enumerate(children):
        if child.type == "link_open":
            start = index + 1
        elif child.type == "link_close":
            yield _text(children[start:index])
