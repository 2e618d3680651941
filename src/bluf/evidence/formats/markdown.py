"""Markdown: what the page made of it shows, each piece at its line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from msgspec.structs import replace

from bluf.evidence.formats import html, text
from bluf.evidence.text import Doubt
from octavo.location import TextLocation

if TYPE_CHECKING:
    from bluf.evidence.text import SourceText

_NOTE = re.compile(r"^( {0,3})\[\^([^\]\s]+)\]:", re.MULTILINE)
"""The text of a note, which is no address of a link."""
_FRONT = re.compile(r"(---|\+\+\+)\n(?:.*\n)*?\1\n")
_MARKS = re.compile(
    r"\{%-?\s*comment\b.*?endcomment\s*-?%\}|\{#.*?#\}|\{/\*.*?\*/\}|%%.*?%%|\{(--|~~|\+\+).*?\1\}"
    r"|\{\{[<%]\s*(\w+).*?\{\{[<%]\s*/\2|^[^\n`]*\{[.#:][\w-][^{}\n]*\}|^\*\[[^\]\n]+\]:[^\n]*"
    r"|(?<![~\w])~[^~\s](?:[^~\n]*[^~\s])?~(?![~\w])",
    re.DOTALL | re.MULTILINE,
)
"""Comments of templates, edits, attributes, abbreviations, marks that strike out on some sites."""
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
    page = reader.render(_NOTE.sub(r"\1\\[^\2]:", original))
    return _doubted(html.read_page(page, path, locate=Locator(original, path).place), original)


def _doubted(source: SourceText, original: str) -> SourceText:
    """The page, with a doubt wherever the file has marks that a site may obey and hide by."""
    marks = [(mark.start(), mark.end(), mark.group()[:20]) for mark in _MARKS.finditer(original)]
    front = _FRONT.match(original)
    if not (marks or front):
        return source
    begins = [0, *(at + 1 for at, sign in enumerate(original) if sign == "\n")]
    ends = (*source.starts[1:], len(source.text))
    found = list(source.doubts)
    for start, end, place in zip(source.starts, ends, source.places, strict=True):
        if not isinstance(place, TextLocation):
            continue
        at = begins[place.line - 1] + place.column - 1
        if front and at < front.end():
            found.append(Doubt(start, end, "it stands in the head of the file, for programs"))
        found += (
            Doubt(start, end, f"a site may obey the mark “{mark.strip()}” beside it")
            for first, last, mark in marks
            if first < at + end - start and at < last
        )
    return replace(source, doubts=tuple(found))


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
