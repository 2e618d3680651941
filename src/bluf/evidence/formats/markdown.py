"""Markdown: what the page made of it shows, each piece at its line and column."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from markdown_it import MarkdownIt
from msgspec.structs import replace

from bluf.evidence.formats import html, text
from bluf.evidence.formats.sites import Mark, SitePage, paired
from bluf.evidence.text import Doubt, SourceText
from octavo.location import TextLocation

_NOTE = re.compile(r"^( {0,3})\[\^([^\]\s]+)\]:", re.MULTILINE)
"""The text of a note, which is no address of a link."""
_FRONT = re.compile(
    r"(---|\+\+\+|;;;)[ \t]*\n(?:.*\n)*?(?:\1|\.\.\.)[ \t]*\n|\{[ \t]*\n(?:.*\n)*?\}[ \t]*\n"
    r"|(?:title|author|date|format|layout|subtitle|copyright|css|html header)[ ]?:(?:.+\n)+",
    re.IGNORECASE,
)
_NEAR = 4000
"""A piece is looked for among so many characters after the one before."""


def read(data: bytes, path: str, encoding: str | None = None) -> SourceText:
    """What a page made of the file shows, its raw HTML as a browser shows it.

    Raises:
        SourceError: As `bluf.evidence.formats.text.read` and `html.read_page` do.
    """
    lines = list(text.lines(text.decode(data, path, encoding)))
    original = "\n".join(lines)
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = reader.parse(_NOTE.sub(r"\1\\[^\2]:", original))
    page = SitePage(original, tokens)
    parts: list[str] = []
    done = 0
    for first, last, _ in page.outside(paired(original, "<!--", "-->")):
        parts += original[done:first], " " * (last - first)
        done = last
    locate = Locator("".join((*parts, original[done:])), path).place
    shown = reader.renderer.render(tokens, reader.options, {})
    return _doubted(html.read_page(f"<!doctype html>{shown}", path, locate=locate), page)


def _doubted(source: SourceText, page: SitePage) -> SourceText:
    """The page, with a doubt wherever the file has marks that a site may obey and hide by."""
    front = _FRONT.match(page.text)
    head = front.end() if front else 0
    marks = joined_marks(page.marks())
    found = list(source.doubts)
    next_one = len(page.text)
    ends = (*source.starts[1:], len(source.text))
    for start, end, place in [*zip(source.starts, ends, source.places, strict=True)][::-1]:
        if not isinstance(place, TextLocation):
            continue
        at = page.begins[place.line - 1] + place.column - 1
        words = source.text[start:end]
        known = page.text.startswith(words.strip(), at + len(words) - len(words.lstrip()))
        last = at + end - start if known else next_one
        next_one = at if known and words.strip() else next_one
        if at < head:
            found.append(Doubt(start, end, "it stands in the head of the file, for programs"))
            continue
        index = bisect_left(marks, (last,)) - 1
        if index >= 0 and at < marks[index][1]:
            cause = f"a site may obey the mark “{marks[index][2].strip()}” beside it"
            found.append(Doubt(start, end, cause))
    return replace(source, doubts=tuple(found))


def joined_marks(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in their order, those that overlap as one."""
    found: list[Mark] = []
    for first, last, mark in sorted(marks):
        if found and first < found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]), found[-1][2])
        else:
            found.append((first, last, mark))
    return found


class Locator:
    """Finds each piece of text in the file it came from, in order."""

    def __init__(self, original: str, path: str) -> None:
        self._original = original
        self._path = path
        self._starts = [0]
        self._starts += (at + 1 for at, sign in enumerate(original) if sign == "\n")
        self._done = 0

    def place(self, words: str) -> TextLocation:
        """Where a piece of one line stands; one that is not found stands where the last ended."""
        shown = words.strip()
        found = self._original.find(shown, self._done, self._done + _NEAR + len(shown))
        start = self._done if found < 0 else found - len(words) + len(words.lstrip())
        if found >= 0:
            self._done = found + len(shown)
        line = bisect_right(self._starts, start)
        return TextLocation(self._path, line, start - self._starts[line - 1] + 1)
