"""Cuts at the ends of a passage that change what it says, where only the language tells."""

from __future__ import annotations

import re

from bluf.evidence.normal import has_unspaced
from bluf.evidence.turns import turns_in
from bluf.languages import figures_in, unspaced

_REACH = 60
_CLAUSE = 6
"""A word of Chinese or Japanese that turns the one after it has at most so many signs."""


def limited(text: str) -> list[str]:
    """What limits, in the rest of its sentence, a passage of Japanese."""
    found = has_unspaced(text) and unspaced().limit.search(text.rstrip(' "'))
    return [found[0]] if found else []


def number_cut(text: str, start: int, end: int, tag: str) -> str:
    """The number in words that a passage begins or ends within; empty where it cuts none."""
    for at in (start, end):
        low = max(0, at - _REACH)
        window = text[low : at + _REACH]
        cut = at - low
        for figure in figures_in(window, tag):
            if figure.spelt and figure.start < cut < figure.end:
                kept = window[cut:] if at == start else window[figure.start : cut]
                left = figures_in(kept, tag)
                if not left or left[0].values != figure.values:
                    return figure.words
    return ""


def ending_cut(text: str, end: int) -> str:
    """The ending after a passage that turns its last verb round; empty where there is none."""
    ending = has_unspaced(text[end : end + 1]) and unspaced().ending.match(text, end)
    return ending[0] if ending else ""


def turned_before(text: str, start: int, tag: str) -> list[str]:
    """Words that turn round what follows them, just before a passage without spaces."""
    if not has_unspaced(text[max(0, start - 1) : start + 1]):
        return []
    before = re.split(r"[。！？，、；：,;:.!?\s\"]", text[max(0, start - _CLAUSE) : start])[-1]
    return turns_in(before, tag)
