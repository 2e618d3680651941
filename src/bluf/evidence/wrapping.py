"""Lines that a writer's program wrapped: mail, minutes as plain text, pages of a PDF file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bluf.evidence.text import SourceText

_WIDEST = 120
"""A text whose lines are longer has each paragraph in one line."""
_MOST = 0.95
"""Of the lines: so many are no longer than the width that a text is wrapped at; one may be."""
_SHORTEST = 30
_FULL = 0.8
"""Of the width: a line that is wrapped reaches so far with the next word."""
_BREAK = re.compile(
    r"(?<=[^\s:;-])[^\S\n]*\n[^\S\n]*"
    r"(?![-–—•*·|]|\(?\d{1,3}[.)]|[IVX]+\s*[.–-]|TOP\s+\d)(?=(?P<word>\S+))"
)
"""A break before a line that is no item of a list."""


def unwrapped(source: SourceText) -> str:
    """The text of a source with a space for each break at which a line was wrapped.

    No character moves. A break is kept where the source begins another paragraph, item or cell,
    and behind a line that has room for the next word.
    """
    text = source.text
    lengths = sorted(filter(None, map(len, map(str.strip, text.split("\n")))))
    width = lengths[int(_MOST * len(lengths))] if lengths else 0
    if not _SHORTEST <= width <= _WIDEST:
        return text
    edges = {offset for offset, _ in source.edges}
    pieces: list[str] = []
    done = 0
    for gap in _BREAK.finditer(text):
        reach = gap.start() - text.rfind("\n", 0, gap.start()) + len(gap["word"])
        if _SHORTEST < reach >= _FULL * width and gap.start("word") not in edges:
            pieces += (text[done : gap.start()], " " * (gap.start("word") - gap.start()))
            done = gap.start("word")
    return "".join((*pieces, text[done:]))
