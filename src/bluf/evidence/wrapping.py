"""Lines that a writer's program wrapped: mail, minutes as plain text, pages of a PDF file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.evidence.normal import LINE_HYPHEN, NOTHING, has_unspaced

if TYPE_CHECKING:
    from bluf.evidence.text import SourceText

_WIDEST = 120
"""A text whose lines are longer has each paragraph in one line."""
_MOST = 0.95
"""Of the lines: so many are no longer than the width that a text is wrapped at; one may be."""
_SHORTEST = 45
"""A shorter line was not wrapped. Han and kana are twice as wide as letters."""
_SENTENCE_ENDS = frozenset(".!?。！？؟")
_SAMPLE = 2000
_FULL = 0.8
"""Of the width: a line that is wrapped reaches so far with the next word."""
LISTED = re.compile(r"[-–—•*·|]|\(?\d{1,3}[.)]|[IVX]+\s*[.–-]|TOP\s+\d")
"""How an item of a list, or a row of a table, begins."""
_BREAK = re.compile(rf"(?<=[^\s:;])[^\S\n]*\n[^\S\n]*(?!{LISTED.pattern})(?=(?P<word>\S+))")
"""A break before a line that is no item of a list."""
_BROKEN = re.compile(rf"(?<!\S)\S*(?:(?:\u00ad\n|[{LINE_HYPHEN}{NOTHING}])\S*)+")
"""A run of signs with some in it that are nothing, or a hyphen at the end of a line."""
_HYPHEN = re.compile(rf"(\w*){LINE_HYPHEN}(?=(\w*))")
_SILENT = re.compile(rf"\u00ad\n|[{NOTHING}]")
_COMPOUND = re.compile(r"\w+-\w+")


def unwrapped(source: SourceText) -> str:
    """The text of a source in whole words, with a space for each break at which a line was wrapped.

    Where pages are drawn, their reader knows more of these breaks, and has done so.

    No character moves out of its word: spaces behind a word make up for what is left out of it. A
    break is kept where the source begins another paragraph, item or cell,
    and behind a line that has room for the next word; all are kept where most full lines end a
    sentence, since each line is a paragraph then.
    """
    text = _whole_words(source.text)
    if source.eye:
        return text
    is_unspaced = _is_unspaced(text)
    lengths = sorted(filter(None, map(len, map(str.strip, text.split("\n")))))
    width = lengths[int(_MOST * len(lengths))] << is_unspaced if lengths else 0
    if not _SHORTEST <= width <= _WIDEST:
        return text
    edges = {offset for offset, _ in source.edges}
    gaps = [gap for gap in _BREAK.finditer(text) if gap.start("word") not in edges]
    full = [gap for gap in gaps if _is_full(text, gap, width, is_unspaced=is_unspaced)]
    if sum(text[gap.start() - 1] in _SENTENCE_ENDS for gap in full) > len(full) / 2:
        return text
    pieces: list[str] = []
    done = 0
    for gap in full:
        start, end = gap.start(), gap.start("word")
        pieces += (text[done:start], " " * (end - start))
        done = end
    return "".join((*pieces, text[done:]))


def _whole_words(text: str) -> str:
    """The text without signs that are nothing; a hyphen that ends a line is one, or none."""
    if text.isascii() or not _BROKEN.search(text):
        return text
    compounds = {each.lower() for each in _COMPOUND.findall(_SILENT.sub("", text))}

    def whole(run: re.Match[str]) -> str:
        if has_unspaced(run[0]):
            return run[0]  # it may be a page, and a space would part its words
        word = _SILENT.sub("", run[0])
        word = _HYPHEN.sub(lambda match: match[1] + _hyphen(match[1], match[2], compounds), word)
        return word + " " * (len(run[0]) - len(word))

    return _BROKEN.sub(whole, text)


def _hyphen(before: str, after: str, compounds: set[str]) -> str:
    """What a hyphen at the end of a line stands for: itself in a compound, else nothing."""
    is_word = after[:1].islower() or (before[-1:].isupper() and after[:1].isupper())
    return "" if is_word and f"{before}-{after}".lower() not in compounds else "-"


def _is_unspaced(text: str) -> bool:
    """Whether most of a text is written without spaces."""
    return 2 * sum(map(has_unspaced, text[:_SAMPLE])) > len(text[:_SAMPLE])


def _is_full(text: str, gap: re.Match[str], width: int, *, is_unspaced: bool) -> bool:
    """Whether the line before a break has no room for the first word of the next one."""
    length = gap.start() - text.rfind("\n", 0, gap.start()) - 1 << is_unspaced
    word = 2 if is_unspaced else len(gap["word"])
    return length >= _SHORTEST and length + word >= _FULL * width
