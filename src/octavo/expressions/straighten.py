"""What a word processor's autocorrection did to a tag, undone."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

_CLOSERS: Final = {
    '"': '"”“',
    "'": "'’‘",
    "“": '”‟"“',
    "”": '”"',
    "‟": '”“"',
    "„": '“”‟"',
    "«": "»",
    "»": "«»",
    "‘": "’‛'‘",
    "’": "’'",
    "‛": "’‘'",
    "‚": "‘’'",
    "‹": "›",
    "›": "‹›",
}
_SPACES: Final = frozenset(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000\t\n\v\f\r"
)
_NOTHING: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_HYPHENS: Final = frozenset("\u2010\u2011\u2013\u2014\u2212")
_FRENCH_SPACES: Final = "\u00a0\u202f"


class Straight(Struct, frozen=True):
    """Text of tags as their author meant it.

    Attributes:
        text: Quotation marks around literals straight, odd spaces plain, invisible marks gone.
        places: Where each character of ``text`` stands in the text as typed, and the end.
    """

    text: str
    places: tuple[int, ...]


def straighten(typed: str) -> Straight:
    """Undo autocorrection outside literals; what a literal holds stays letter for letter."""
    characters: list[str] = []
    places: list[int] = []
    index = 0
    while index < len(typed):
        character = typed[index]
        if character in _CLOSERS:
            literal, end = _literal(typed, index)
            characters += literal
            places += range(index, end)
            index = end
            continue
        if character not in _NOTHING:
            characters.append(_plain(character))
            places.append(index)
        index += 1
    return Straight("".join(characters), (*places, len(typed)))


def _plain(character: str) -> str:
    if character in _SPACES:
        return " "
    return "-" if character in _HYPHENS else character


def _literal(typed: str, start: int) -> tuple[list[str], int]:
    """The literal that opens at ``start``, with straight marks, and where it ends."""
    end = _closing(typed, start)
    if end is None:
        return list(typed[start]), start + 1
    inner = list(typed[start + 1 : end])
    mark = typed[start] if typed[start] in "\"'" else ('"' if '"' not in inner else "'")
    opening, closing = [mark], [mark]
    if typed[start] in "«»‹›" and len(inner) > 1:
        if inner[0] in _FRENCH_SPACES:
            opening, inner = [" ", mark], inner[1:]
        if inner[-1] in _FRENCH_SPACES:
            closing, inner = [mark, " "], inner[:-1]
    return opening + inner + closing, end + 1


def _closing(typed: str, start: int) -> int | None:
    """Where the literal that opens at ``start`` closes: at its own mark, else at one like it."""
    for closer in _CLOSERS[typed[start]]:
        index = start + 1
        while (index := typed.find(closer, index)) >= 0:
            if not _is_escaped(typed, index) and not _is_apostrophe(typed, index):
                return index
            index += 1
    return None


def _is_escaped(typed: str, index: int) -> bool:
    before = typed[:index]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _is_apostrophe(typed: str, index: int) -> bool:
    before, after = typed[index - 1 : index], typed[index + 1 : index + 2]
    return typed[index] == "’" and before.isalpha() and after.isalpha()
