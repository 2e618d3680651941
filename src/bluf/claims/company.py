"""What bottom line and background say of a figure, date or name, and what its source says of it.

They rest on no quotation, so that any sentence of any source would bear them out. Where none that
has the figure shares a word with what stands around it in the text, or another sentence shares
more, it cannot be told whether both say the same of it.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.claims.vocabulary import stems
from bluf.languages import base, folded, language, sentence_spans, sentences
from bluf.model import ClaimKind, Verdict

if TYPE_CHECKING:
    from bluf.claims.judgement import Judgement
    from bluf.claims.passages import ClaimContext
    from bluf.model import Claim

_KINDS = frozenset({ClaimKind.FIGURE, ClaimKind.DATE, ClaimKind.NAME})
_LETTERS, _AROUND, _FEWEST, _MORE, _PAIRS = 4, 4, 2, 2, 3


def in_company(desk: ClaimContext, words: str, judged: Iterable[Judgement]) -> Iterator[Judgement]:
    """The judgements of a text; those that only words about something else bear out are none."""
    for each in judged:
        claim = each.claim
        told = claim.verdict is not Verdict.BORNE_OUT or _is_of_same(desk, words, claim)
        undecided = replace(claim, verdict=Verdict.UNDECIDED, source="", place=None, found="")
        yield each if told else replace(each, claim=undecided)


def _is_of_same(desk: ClaimContext, words: str, claim: Claim) -> bool:
    """Whether a source may say the same; of other languages no words are compared."""
    span, own = desk.sources.get(claim.source), desk.language
    if claim.kind not in _KINDS or not span or base(span.tag) != base(own.tag):
        return True
    name = (claim.found or claim.words).split()[-1]
    sought = name[: max(_LETTERS, len(name) - 3)] if claim.kind is ClaimKind.NAME else claim.found
    every, around = _sentences(span.text), [*_around(words, claim.words, own.tag)]
    small = folded(sought)
    there = [each for each in every if small in each]
    return not there or all(
        len(each) < _FEWEST or _shared(each, there) > max(0, _shared(each, every) - _MORE)
        for each in around
    )


@lru_cache(maxsize=4)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(map(folded, sentences(text)))


@lru_cache(maxsize=4)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    return (*sentence_spans(text),)


def _shared(stems: set[str], sentences: Iterable[str]) -> int:
    return max((sum(map(each.__contains__, stems)) for each in sentences), default=0)


def _around(text: str, words: str, tag: str) -> Iterator[set[str]]:
    """How the longer words begin around each place of a text that has some, in its sentence."""
    near = _AROUND * (_PAIRS if language(tag).script == "Hani" else 1)
    for match in re.finditer(re.escape(words), text):
        start, end = _spans(text)[bisect(_spans(text), match.start(), key=itemgetter(1))]
        before, behind = text[start : match.start()], text[match.end() : end]
        yield {*_stems(before, tag)[-near:], *_stems(behind, tag)[:near]}


def _stems(words: str, tag: str) -> list[str]:
    return [stem for stem, word in stems(words, tag) if len(word) >= _LETTERS or not word.isupper()]
