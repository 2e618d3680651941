"""What a word is: how a text is cut into words, and when a passage would cut one in two."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

from bluf.evidence.normal import UNSPACED, has_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = r"\w+"
_RUN_OR_SIGN = rf"[^\W{UNSPACED}]+|(?=\w)[{UNSPACED}]"


def word_pattern(text: str) -> str:
    """What a word of this text is: a run of letters and digits; each Han or kana character is one.

    Most texts have none of these; they are spared the rule, which takes long to compile.
    """
    return _RUN_OR_SIGN if has_unspaced(text) else _RUN


def words_of(text: str) -> list[str]:
    """The words of a text, in order."""
    return re.findall(word_pattern(text), text)


def word_matches(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, each with its place."""
    return re.finditer(word_pattern(text), text)


def cut_into_words(text: str) -> tuple[list[str], list[int]]:
    """The words of ``text`` in order, and the offset of each."""
    pieces = re.split(f"({word_pattern(text)})", text)
    ends = list(accumulate(map(len, pieces)))
    return pieces[1::2], ends[:-1:2]


def starts_inside_word(text: str, start: int) -> bool:
    """Whether a passage of normalised ``text`` that starts here leaves part of a word before it.

    A number goes on over its point, comma or sign: “000” does not start a word in “1,000”.
    """
    if start <= 0:
        return False
    if unicodedata.category(text[start]).startswith("M"):
        return True
    if _spaced(text, start) and _spaced(text, start - 1):
        return True
    return text[start].isdigit() and _goes_on_in_front(text, start)


def ends_inside_word(text: str, end: int) -> bool:
    """Whether a passage of normalised ``text`` that ends here leaves part of a word after it.

    An elision belongs to its word: “can” does not end one in “can't”.
    """
    if end >= len(text):
        return False
    if unicodedata.category(text[end]).startswith("M"):
        return True
    if _spaced(text, end - 1) and _spaced(text, end):
        return True
    last, sign, following = text[end - 1], text[end], text[end + 1 : end + 2]
    if last.isdigit() and sign in ".,'" and following.isdigit():
        return True
    return sign == "'" and last.isalpha() and following.isalpha()


def _spaced(text: str, offset: int) -> bool:
    sign = text[offset]
    return re.match(r"\w", sign) is not None and not has_unspaced(sign)


def _goes_on_in_front(text: str, start: int) -> bool:
    sign, before = text[start - 1], text[start - 2 : start - 1] if start > 1 else ""
    if sign == "-":
        return not before or before.isspace() or before == "("
    return sign in ".,'" and before.isdigit()
