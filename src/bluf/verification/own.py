"""The lines of a draft that are its author's own: the head of a memo, assessment, next steps."""

from __future__ import annotations

import re

from bluf.languages import dates_in, draft_words, language, language_in, pattern

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_LABEL = re.compile(
    r"[\s#>*_|\d.)•–-]*(?P<label>[^\s:：*_|#>][^:：*_|\t\n]{0,40}?)[\s*_]*(?:[:：|\t]|$)[\s*_]*"
)
_HEADING = 7
"""A line of fewer words and without a full stop is a heading; one in bold begins a part as well."""


def own_lines(text: str) -> list[range]:
    """Where a draft speaks for itself, so that no source need have what it says.

    A head is “Date: …”, or “Date” with a line behind it, as cells of a table read. A part is what
    follows “Assessment” or “Next steps”, as far as the next heading.
    """
    tag = language_in(text) or "en"
    listed, script = draft_words(tag, "memo"), language(tag).script
    heads, parts = (pattern(listed[name], script) for name in ("heads", "own"))
    found: list[range] = []
    inside = labelled = False
    for line in _LINE.finditer(text):
        label = _LABEL.match(line.group())
        is_own = label is not None and parts.stands_for(label["label"])
        is_head = label is not None and heads.stands_for(label["label"])
        if is_own or (_begins(line.group()) and not labelled):
            inside = is_own
        if inside or is_head or labelled or _is_date(line.group(), tag):
            found.append(range(*line.span()))
        labelled = is_head and label is not None and label.end() == len(line.group())
    return found


def _is_date(line: str, tag: str) -> bool:
    """Whether a line is the place and day of the draft: “Oslo, 3 May 2024”."""
    days = [day.words for day in dates_in(line, tag) if day.exact and day.year]
    return len(days) == 1 and len(line.split()) <= 1 + len(days[0].split())


def _begins(line: str) -> bool:
    """Whether a line begins another part."""
    bare = line.strip(" *_")
    short = len(bare.split()) < _HEADING and bare[-1:] not in tuple(".!?;,。；，؛،")
    listed = re.match(r"[-•*+–]\s|\d", line.lstrip()) is not None
    return line.lstrip().startswith(("#", "**", "__")) or (short and not listed)
