"""One text of all pages: lines joined as they were before they were broken."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bluf.evidence.formats.pdf.layout import reads_left
from bluf.evidence.text import join_blocks
from octavo.location import PageLocation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bluf.evidence.formats.pdf.layout import Line
    from bluf.evidence.text import SourceText

_HYPHENS = "-‐\u00ad"
_LONG_DASHES = ("–", "—")
_DASHES = f"{_HYPHENS}‑–—"

_OPENING = re.compile(r"(?<=\w)\( (?=\w)")
_CLOSING = re.compile(r"(?<=\w) \)(?=\w)")
_OTHER_BRACKET = str.maketrans("()[]", ")(][")

Numbered = tuple[int, "Line"]
"""A line and the number of its page."""


def flow(
    path: str, pages: Sequence[tuple[Sequence[Line], Sequence[Line]]], *, joined: bool
) -> SourceText:
    """The running text of all pages, then what stands apart, page by page.

    Args:
        path: The file.
        pages: The running lines of each page, and those that stand apart.
        joined: Whether a hyphen at the end of a line is a break within a word, and left out; it
            may as well belong to a compound (“long-term”).
    """
    body = [(number, line) for number, (lines, _) in enumerate(pages, 1) for line in lines]
    apart = [(number, line) for number, (_, lines) in enumerate(pages, 1) for line in lines]
    blocks = [*_broken(body, joined=joined), *_broken(apart, joined=joined)]
    if _is_mirrored(text for text, _ in blocks):
        blocks = [(_turned(text), line) for text, line in blocks]
    return join_blocks(
        path,
        ((text, PageLocation(path, page, line.number)) for text, (page, line) in blocks),
        end="",
    )


def _broken(lines: Sequence[Numbered], *, joined: bool) -> Iterator[tuple[str, Numbered]]:
    """Each line with what its end stands for: a line break, nothing, or nothing and no hyphen."""
    texts = [_shaped(line.text) for _, line in lines]
    for here, words, after in zip(lines, texts, (*texts[1:], ""), strict=False):
        yield _ended(words, after, joined=joined), here


def _ended(words: str, after: str, *, joined: bool) -> str:
    within_word = words[-2:-1].isalpha() and after[:1].islower()
    if words[-1:] in _HYPHENS and within_word and (joined or words[-1] == "\u00ad"):
        return words[:-1]
    if words[-1:] in _DASHES and not words[-2:-1].isspace() and after[:1].isalnum():
        return words
    if after[:1] in _LONG_DASHES and words[-1:].isalnum() and after[1:2].isalnum():
        return words
    return f"{words}\n"


def _is_mirrored(texts: Iterable[str]) -> bool:
    """Whether brackets of text that is read from the right stand for their shapes on the page.

    Some programs write the shape, others the sign; what is read first is the opening one.
    """
    brackets = [sign for text in texts if reads_left(text) for sign in text if sign in "()[]"]
    return brackets[:1] in ([")"], ["]"])


def _turned(text: str) -> str:
    if not reads_left(text):
        return text
    turned = text.translate(_OTHER_BRACKET)
    # The space beside a bracket was drawn on its other side.
    return _CLOSING.sub(") ", _OPENING.sub(" (", turned))


def _shaped(text: str) -> str:
    """Letters in place of the shapes of Arabic ones (U+FB50 to U+FDFF, U+FE70 to U+FEFC)."""
    if text.isascii():
        return text
    return "".join(
        unicodedata.normalize("NFKC", sign) if "\ufb50" <= sign <= "\ufefc" else sign
        for sign in text
    )
