"""Text cut where its sentences end; an abbreviation or the number of a day ends none."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

_END = re.compile(
    r"[.!?…؟。！？\n](?:(?<=[.!?…؟])[.!?…؟]*[\"”»“’')\]]*(?=\s)|(?<=[。！？])[。！？]*[”」』]*"
    r"|(?<=\n)(?:\s*\n|(?=\s*[-*•]\s))|(?<=[a-z]\.)(?=[A-Z][a-z])|(?<=[а-яё»]\.)(?=[А-ЯЁ«]))"
)
"""It begins with one set of signs, which is found seven times as fast as any of six forms."""
_SURE = frozenset("。！？!?؟\n")
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:\w|Mr|Mrs|Ms|Messrs|Dr|Prof|Prim|St|Sr|Sra|Srta|Sres|Sras|Dña|Dª|Dº|Mª|Cllrs?|Hon|Inc|Mme|MM|SEM"
    r"|stellv|stv|Dipl|Ing|Lic|ggf|inkl|evtl|etc|usw|lfd|Mio|Mrd|tel|str|vs|cf|bzw|ca|г-н|им|тыс|млн|проф"
    r"|g-din|u\.s|h\.e|e\.g|i\.e|z\.b|u\.a|a\.m|p\.m|Vice|Rep|Rev|Gen|Maj|Brig|Capt|Col|Lt|Sen|Gov|Amb"
    r"|Md|Mohd|Engr|Smt|Supt|Sgt|Excm[oa]|Exm[oa]|أ\.د)\.\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?<!\w)(?:No|Nr|nº|Art|Abs|Ver|Jan|Feb|Mar|Apr|Aug|Sept?|O[ck]t|Nov|De[cz]|janv|févr|avr|juil|déc)\.\Z",
    re.IGNORECASE,
)
"""Ends no sentence before a number."""
_ORDINAL = re.compile(r"(?<![\d.,:])\d{1,2}\.\Z")
_LONGEST = 8
_NEAR = 240
"""So far before a place its sentence mostly starts."""
_WORD = re.compile(r"\S")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order."""
    found = (text[start:end].strip() for start, end in sentence_spans(text))
    return tuple(filter(None, found))


def sentence_spans(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[tuple[int, int]]:
    """Where each sentence between two places of a text starts and ends; a blank line ends one."""
    end = min(end, len(text))
    for mark in _END.finditer(text, start, end):
        if mark[0][0] in _SURE or _is_end(text, mark, end):
            yield start, mark.end()
            start = mark.end()
    yield start, end


def last_sentence(text: str, start: int = 0, end: int = sys.maxsize) -> int:
    """Where the last sentence between two places of a text starts."""
    end = min(end, len(text))
    for first in dict.fromkeys((max(start, end - _NEAR), start)):
        for mark in reversed([*_END.finditer(text, first, end)]):
            is_whole = mark.start() > first or first == start
            if is_whole and (mark[0][0] in _SURE or _is_end(text, mark, end)):
                return mark.end()
    return start


def _is_end(text: str, mark: re.Match[str], end: int) -> bool:
    before = max(0, mark.start() - _LONGEST), mark.start() + 1
    after = _WORD.search(text, mark.end(), end)
    following = after[0] if after else ""
    return not (
        following.islower()
        or _ABBREVIATION.search(text, *before)
        or (following.isdigit() and _NUMBERED.search(text, *before))
        or (following.isalpha() and _ORDINAL.search(text, *before))
    )
