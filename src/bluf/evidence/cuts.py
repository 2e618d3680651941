"""Cuts at the ends of a passage that change what it says, where only the language tells."""

from __future__ import annotations

import re

from bluf.evidence.normal import has_unspaced
from bluf.evidence.turns import turns_in
from bluf.languages import figures_in

_REACH = 60
_CLAUSE = 6
"""A word of Chinese or Japanese that turns the one after it has at most so many signs."""
_NEGATIVE_ENDING = re.compile(
    r"[ぁ-ん]{0,4}?(?:ない|なかった|なく|なければ|とは限ら|(?:こと|の)を(?:拒|断|避|控|否|止|やめ)|ません|ませぬ|ず|ぬ|まい|かね|がた)(?![ァ-ヶ])"
    r"|(?<=ま)せん|(?:[ぁ-ん]{0,3}(?:つもり|わけ|はず|こと|予定|考え)[はがも]?(?:では|じゃ)?(?:な|あり"
    r"ません))|不[了起动動到下住完成得]"
)
"""What turns a verb round at the end of it: endings of Japanese, potential forms of Chinese."""

_LIMITED = re.compile(
    r"(?:を|は)(?:除|のぞ)(?:き|い[てた]は?|けば|く)(?=[、，,）)]|\Z)|以外[のはが、]"
    r"|\Aと(?:(?:言わ|いわ|噂さ|さ)れ(?:る|て|た)|の噂)|\A(?:らしい|そうだ|そうです|かもしれ)"
    r"|(?:後に|その後|のちに|既に|すでに|現在は)[^。]{0,12}(?:撤回|否定|取り消|取消|反故)"
)
"""What takes a case out of a sentence of Japanese, makes hearsay of it, or takes it back."""


def limited(text: str) -> list[str]:
    """What limits, in the rest of its sentence, a passage of Japanese."""
    found = _LIMITED.search(text.rstrip(' "'))
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
    ending = _NEGATIVE_ENDING.match(text, end)
    return ending[0] if ending else ""


def turned_before(text: str, start: int, tag: str) -> list[str]:
    """Words that turn round what follows them, just before a passage without spaces."""
    if not has_unspaced(text[max(0, start - 1) : start + 1]):
        return []
    before = re.split(r"[。！？，、；：,;:.!?\s\"]", text[max(0, start - _CLAUSE) : start])[-1]
    return turns_in(before, tag)
