"""The sentences of sources that are most likely about what a sentence of the brief is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from bluf.claims.passages import SimilarSentence
from bluf.claims.vocabulary import WORD, stems
from bluf.languages import base, fold, remembered

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan

_STEM, _TRIED, _SHARED, _NEAR, _PIECE = 5, 4, 3, 200, 4096
_NUMBER = re.compile(r"\d{2,}")
_PAIRS_TRIED, _PAIRS_SHARED = 12, 5
"""In Chinese words are not told apart: any two signs are looked for."""


def alike(desk: ClaimContext, sentence: str) -> list[SourceSpan]:
    """The sentences of sources that share several words with one of the brief."""
    return [each.span for each in _similar(desk, sentence)]


def most_alike(desk: ClaimContext, sentence: str, least: float = 0) -> list[SourceSpan]:
    """Those of them that share the most, and so much of all its words."""
    found = [each for each in _similar(desk, sentence) if each.shared >= least * each.words]
    most = max((each.shared for each in found), default=0)
    return [each.span for each in found if each.shared == most]


def _similar(desk: ClaimContext, sentence: str) -> tuple[SimilarSentence, ...]:
    """They are sought once: several claims ask for those of each sentence."""
    if sentence not in desk.similar:
        desk.similar[sentence] = (*_sought(desk, sentence),)
    return desk.similar[sentence]


def _sought(desk: ClaimContext, sentence: str) -> Iterator[SimilarSentence]:
    own = base(desk.brief.language)
    keys, tried, shared = _keys(sentence, own)
    for key, span in desk.sources.items():
        pieces: list[SourceSpan] = []
        for start in (
            _starts(keys[:tried], keys, span.text, shared) if base(span.tag) == own else ()
        ):
            if not any(0 <= start - piece.start < len(piece.text) for piece in pieces):
                pieces.append(desk.sentence_at(key, start))
        for each in pieces:
            common = _common(keys, _folded(each.text))
            if common >= shared:
                yield SimilarSentence(each, common, len(keys))


def _keys(sentence: str, tag: str) -> tuple[list[str], int, int]:
    """What to look for, how much of it to try first, and how much of it has to be shared."""
    if tag == "zh":
        return list(dict(stems(sentence, tag))), _PAIRS_TRIED, _PAIRS_SHARED
    folded = dict.fromkeys(map(_folded, WORD.findall(sentence)))
    words = sorted(folded, key=len, reverse=True)
    numbers = dict.fromkeys(_NUMBER.findall(sentence))
    return [*(word[:_STEM] for word in words if len(word) >= _STEM), *numbers], _TRIED, _SHARED


def _folded(text: str) -> str:
    """The text in small letters, each in its place."""
    small = fold(text.replace("ß", "s"))
    if len(small) == len(text):
        return small
    signs = ((sign, fold(sign)) for sign in text.replace("ß", "s"))
    return "".join(one if len(one) == 1 else sign for sign, one in signs)  # “ﬁ” is two


def _starts(tried: list[str], keys: list[str], text: str, shared: int) -> Iterator[int]:
    """Where words stand that have several others near them."""
    pieces = _pieces(text)
    for key in tried:
        for start in islice(_places(key, pieces), _TRIED):
            number, first = divmod(max(0, start - _NEAR), _PIECE)
            last = start + _NEAR - number * _PIECE
            if _common(keys, pieces[number][first:last]) >= shared:
                yield start


def _places(key: str, pieces: tuple[str, ...]) -> Iterator[int]:
    for number, piece in enumerate(pieces):
        start = piece.find(key)
        while 0 <= start < _PIECE:
            yield number * _PIECE + start
            start = piece.find(key, start + 1)


@remembered
def _pieces(text: str) -> tuple[str, ...]:
    """A text, folded, in pieces that overlap by what is looked at round a word.

    A whole one takes twice the memory.
    """
    starts = range(0, len(text), _PIECE)
    return tuple(_folded(text[start : start + _PIECE + 2 * _NEAR]) for start in starts)


def _common(keys: Sequence[str], text: str) -> int:
    return sum(each in text for each in keys)
