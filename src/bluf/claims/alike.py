"""The sentences of sources that are most likely about what a sentence of the brief is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from bluf.claims.vocabulary import WORD, stems
from bluf.languages import base, fold, remembered

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan

_STEM, _TRIED, _SHARED, _NEAR, _PIECE, _OVERLAP = 5, 4, 3, 200, 4096, 40
_NUMBER = re.compile(r"\d{2,}")
_PAIRS_TRIED, _PAIRS_SHARED = 12, 5
"""In Chinese words are not told apart: any two signs are looked for."""


def alike(desk: ClaimContext, sentence: str) -> list[SourceSpan]:
    """The sentences of sources that share several words with one of the brief."""
    own = base(desk.brief.language)
    keys, tried, shared = _keys(sentence, own)
    found: list[SourceSpan] = []
    for key, span in desk.sources.items():
        if base(span.tag) == own:
            pieces: list[SourceSpan] = []
            for start in _starts(keys[:tried], keys, span.text, shared):
                if not any(0 <= start - piece.start < len(piece.text) for piece in pieces):
                    pieces.append(desk.sentence_at(key, start))
            found += (each for each in pieces if _common(keys, _folded(each.text)) >= shared)
    return found


def most_alike(desk: ClaimContext, sentence: str, least: float = 0) -> list[SourceSpan]:
    """Those of them that share the most, and so much of all its words."""
    keys, _, _ = _keys(sentence, base(desk.brief.language))
    ranked = [(_common(keys, _folded(each.text)), each) for each in alike(desk, sentence)]
    most = max((number for number, _ in ranked if number >= least * len(keys)), default=0)
    return [each for number, each in ranked if number == most]


def _keys(sentence: str, tag: str) -> tuple[list[str], int, int]:
    """What to look for, how much of it to try first, and how much of it has to be shared."""
    if tag == "zh":
        return list(dict(stems(sentence, tag))), _PAIRS_TRIED, _PAIRS_SHARED
    folded = dict.fromkeys(map(_folded, WORD.findall(sentence)))
    words = sorted(folded, key=len, reverse=True)
    numbers = dict.fromkeys(_NUMBER.findall(sentence))
    return [*(word[:_STEM] for word in words if len(word) >= _STEM), *numbers], _TRIED, _SHARED


def _folded(text: str) -> str:
    """The text in small letters, as long as it was."""
    small = fold(text.replace("ß", "s"))
    return small if len(small) == len(text) else text.replace("İ", "i").lower()  # “ﬁ” is two


def _starts(tried: list[str], keys: list[str], text: str, shared: int) -> Iterator[int]:
    """Where words stand that have several others near them."""
    for key in tried:
        for start in islice(_places(key, text), _TRIED):
            if _common(keys, _folded(text[max(0, start - _NEAR) : start + _NEAR])) >= shared:
                yield start


def _places(key: str, text: str) -> Iterator[int]:
    for number, piece in enumerate(_pieces(text)):
        start = piece.find(key)
        while 0 <= start < _PIECE:
            yield number * _PIECE + start
            start = piece.find(key, start + 1)


@remembered
def _pieces(text: str) -> tuple[str, ...]:
    """A text, folded, in pieces that overlap; a whole one takes twice the memory."""
    return tuple(
        _folded(text[start : start + _PIECE + _OVERLAP]) for start in range(0, len(text), _PIECE)
    )


def _common(keys: Sequence[str], text: str) -> int:
    return sum(each in text for each in keys)
