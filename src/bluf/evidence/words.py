"""What a word is: how a text is cut into words, and when a passage would cut one in two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from bluf.evidence.normal import LINE_HYPHEN, UNSPACED, has_unspaced

_RUN = r"\w+"
_RUN_OR_SIGN = rf"[^\W{UNSPACED}]+|(?=\w)[{UNSPACED}]"
_OVER_LINES = rf"\w+(?:{LINE_HYPHEN}\w+)*"
_OVER_LINES_OR_SIGN = rf"[^\W{UNSPACED}]+(?:{LINE_HYPHEN}[^\W{UNSPACED}]+)*|(?=\w)[{UNSPACED}]"

_MAGNITUDE = (
    r"%|‰|٪|[万萬亿億兆千百]|(?:bn\b|mn\b|tn\b|mln\b|bln\b|percent"
    r"|per cent|procent\w*|prozent|pour cent|por ciento|hundred"
    r"|thousand|million|billion|trillion|dozen|lakh|crore|mio|mrd|mds?\b|tausend|milliard|bilh|milh|millon|millón|mille|mil|milion|milijard"
    r"|hiljad|миллион|миллиард|тысяч|тыс|млн|млрд|милион|милијард|хиљад|مليون|مليار|ألف)"
)
_NUMBER = (
    r"""
    (?:(?<![\w)]) [-+~≈<>≤≥±] | \b(?:minus|moins|menos|минус|ناقص)[ ])?   # a sign
    \d+
    (?: [.,·':/×±^\u066b\u066c-] \d+ )*    # decimals, groups, dates, hours, ranges, powers
    (?: (?<![\d.,':/-]\d{4}) (?<!\d{4}) (?:[ ]\d{3}(?!\d))+ (?:[.,]\d+)? )?   # groups with spaces
    (?: [ ]?[\u00bc-\u00be\u2150-\u215e] | [ ]\d/\d )?
    (?: [ ]?(?:"""
    + _MAGNITUDE
    + r""")[^\W\d]* )?
    """
)
"""A number as it is written, with the word that makes it large."""
_HAN_DIGITS = frozenset("〇零一二三四五六七八九十百千万萬亿億兆两兩")
_HAN_PARTS = re.compile(
    rf"(?<=[{''.join(_HAN_DIGITS)}])(?:分之|[点點])(?=[{''.join(_HAN_DIGITS)}])"
)
"""Between two Han figures: the sign of a fraction, and the decimal point."""
_REACH = 40
_ENDINGS = frozenset({"t", "s", "d", "m", "re", "ve", "ll"})
"""What English hangs on a word with an apostrophe."""
_BROKEN = re.compile(r"[^\W\d_]- \Z")
_FIRST = re.compile(r"\w+")
_BETWEEN = frozenset(
    {"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "и", "или", "i"}
)
"""What may follow a hyphen that hangs, as in “pre- and post-war”; else a line broke a word."""
_APOSTROPHE_END = re.compile(r"[^\W\d_]{1,2}(?!\w)")


def word_pattern(text: str) -> str:
    """What a word of this text is: a run of letters and digits; each Han or kana character is one.

    Most texts have none of these, and no hyphens at the ends of lines; they are spared the rules.
    """
    over_lines = LINE_HYPHEN in text
    if has_unspaced(text):
        return _OVER_LINES_OR_SIGN if over_lines else _RUN_OR_SIGN
    return _OVER_LINES if over_lines else _RUN


def words_of(text: str) -> list[str]:
    """The words of a text, in order."""
    return [_whole(word) for word in re.findall(word_pattern(text), text)]


def word_matches(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, each with its place."""
    return re.finditer(word_pattern(text), text)


def cut_into_words(text: str) -> tuple[list[str], list[int]]:
    """The words of ``text`` in order, and the offset of each."""
    pieces = re.split(f"({word_pattern(text)})", text)
    ends = list(accumulate(map(len, pieces)))
    words = pieces[1::2]
    return list(map(_whole, words)) if LINE_HYPHEN in text else words, ends[:-1:2]


def _whole(word: str) -> str:
    """A word that went on in the next line, without the hyphen."""
    return word.replace(LINE_HYPHEN, "")


def starts_inside_word(text: str, start: int, *, dash: bool = False) -> bool:
    """Whether a passage of normalised ``text`` that starts here leaves part of a word before it.

    A number goes on over its points, signs and spaces: “000” does not start a word in “1,000”.
    A compound is one word: “minister” does not start one in “ex-minister”. ``dash`` says that a
    sign in front, which is normalised to a hyphen, is a dash.
    """
    if start <= 0:
        return False
    before, sign = text[start - 1], text[start]
    if unicodedata.category(sign).startswith("M") or before == LINE_HYPHEN:
        return True
    if _spaced(text, start) and _spaced(text, start - 1):
        return True
    if before == "-" and not dash and _is_spaced_word(text[start - 2 : start - 1], sign):
        return True
    if before == "'" and text[start - 2 : start - 1].isalpha():
        ending = _APOSTROPHE_END.match(text, start)
        if ending and ending.group().lower() in _ENDINGS:
            return True
    return _after_line(text, start) or _in_number(text, start)


def _after_line(text: str, start: int) -> bool:
    """Whether a word stands here whose beginning stands in the line before, with a hyphen."""
    word = _FIRST.match(text, start)
    broken = _BROKEN.search(text, max(0, start - 3), start)
    return bool(word and broken and text[start].islower() and word.group() not in _BETWEEN)


def ends_inside_word(text: str, end: int, *, dash: bool = False) -> bool:
    """Whether a passage of normalised ``text`` that ends here leaves part of a word after it.

    An elision belongs to its word: “can” does not end one in “can't”.
    """
    if end >= len(text):
        return False
    last, sign, following = text[end - 1], text[end], text[end + 1 : end + 2]
    if unicodedata.category(sign).startswith("M") or sign == LINE_HYPHEN:
        return True
    if _spaced(text, end - 1) and _spaced(text, end):
        return True
    if sign == "-" and not dash and _is_spaced_word(last, following):
        return True
    if sign == "'" and last.isalpha() and following.isalpha():
        return True
    return _in_number(text, end)


def _is_spaced_word(one: str, other: str) -> bool:
    """Whether two characters are both of words of a script with spaces between its words."""
    return one.isalnum() and other.isalnum() and not has_unspaced(one + other)


def _spaced(text: str, offset: int) -> bool:
    sign = text[offset]
    return re.match(r"\w", sign) is not None and not has_unspaced(sign)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(_NUMBER, re.VERBOSE | re.IGNORECASE)


def _in_number(text: str, at: int) -> bool:
    """Whether a place lies within a number."""
    if text[at - 1 : at] in _HAN_DIGITS and text[at : at + 1] in _HAN_DIGITS:
        return True
    if any(part.start() <= at <= part.end() for part in _HAN_PARTS.finditer(text, at - 3, at + 3)):
        return True
    start = max(0, at - _REACH)
    if not any(sign.isdigit() for sign in text[start:at] + text[at : at + 2]):
        return False
    return any(
        match.start() < at < match.end() for match in _number().finditer(text, start, at + _REACH)
    )
