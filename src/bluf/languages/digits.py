"""Numbers written in digits, and the values that they may stand for."""

from __future__ import annotations

import re
from decimal import Decimal

from bluf.languages.language import Language

_SPACES = " \u00a0\u202f\u2009"
_MARKS = ".,٫٬'’"
_THREE = 3
NUMBER = re.compile(
    rf"(?<![\w.,])(?<![^\W\d_]-)\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d])(?:[.,٫]\d+)?"
    rf"|(?<![\d.,])\d+(?:[{_MARKS}]\d+)*"
)
"""A number in digits, with the signs that any language puts between them."""


def values(digits: str, known: Language | None = None) -> frozenset[Decimal]:
    """What a number may stand for; one value where the language decides it.

    “1.500” is one and a half to some and fifteen hundred to others.
    """
    plain = "".join(sign for sign in digits if sign not in _SPACES)
    marks = [sign for sign in plain if sign in _MARKS]
    if not marks:
        return frozenset([Decimal(plain)])
    last = marks[-1]
    if len(set(marks)) > 1:
        return frozenset([_joined(plain, last)])
    if len(marks) > 1:
        return frozenset([_joined(plain, "")])
    after = plain.rpartition(last)[2]
    grouped, decimal = _joined(plain, ""), _joined(plain, last)
    if len(after) != _THREE or plain.startswith("0"):
        return frozenset([decimal])
    if known is None or last in known.groups:
        return frozenset([grouped, decimal])
    return frozenset([decimal if last == known.decimal else grouped])


def _joined(plain: str, decimal: str) -> Decimal:
    """The number, with one sign before its decimals and the others left out."""
    return Decimal(
        "".join(
            "." if sign == decimal else sign
            for sign in plain
            if sign == decimal or sign not in _MARKS
        )
    )
