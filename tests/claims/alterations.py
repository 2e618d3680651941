"""Alterations of a brief: each claim and each quotation, made false in turn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bluf.claims import prove
from bluf.data import read
from bluf.model import ClaimKind, Verdict
from octavo.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bluf.model import Claim

_NUMBERS = {"four": "seven", "two": "eleven", "nine": "ten", "one": "three", "seven": "six"}
_SHORTEST = 5
_CERTAIN = ("accepted", "refused", "noted", "deferred", "partly accepted")


class Alteration(NamedTuple):
    """A change of one place of a data file: what stood there, and what is put in its place.

    ``found_at`` is the line of the finding, where that is the line on which the value begins.
    """

    line: int
    column: int
    old: str
    new: str
    found_at: int = 0

    def of(self, text: str) -> str:
        """The text of the file with the change made."""
        lines = text.splitlines(keepends=True)
        start = sum(map(len, lines[: self.line - 1])) + self.column - 1
        assert text.startswith(self.old, start)
        return text[:start] + self.new + text[start + len(self.old) :]


def alterations(path: Path) -> list[Alteration]:
    """Every claim and quotation of a brief made false, one at a time, in several ways."""
    data = read(path)
    proof, _ = prove(data)
    text = path.read_text(encoding="utf-8")
    found = [
        Alteration(at.line, at.column, old, new)
        for claim in proof.ledger.claims
        if claim.verdict is Verdict.BORNE_OUT
        if isinstance(at := claim.location, TextLocation)
        for old, new in _of_claim(claim)
    ]
    found += [*_of_quotations(text), *_of_answers(text), *_of_dues(text)]
    return list(dict.fromkeys(each for each in found if _stands(text, each)))


def _stands(text: str, each: Alteration) -> bool:
    """Whether the old words stand at the place; a spelling that “also” declares is no fault."""
    line = text.splitlines()[each.line - 1]
    return line.startswith(each.old, each.column - 1) and "also:" not in line


def _of_claim(claim: Claim) -> Iterator[tuple[str, str]]:
    """What to put for the words of a claim."""
    if claim.kind in {ClaimKind.NAME, ClaimKind.PLACE}:
        borne = claim.found if claim.found in claim.words else claim.words
        yield from ((claim.words, claim.words.replace(borne, new)) for new in _misspelt(borne))
    elif claim.kind is ClaimKind.FIGURE:
        word = claim.words.split()[0]
        yield claim.words, claim.words.replace(word, _NUMBERS[word.lower()])
    elif claim.kind in {ClaimKind.DATE, ClaimKind.DUE}:
        yield from ((claim.words, new) for new in _other_days(claim.words))
    elif claim.kind is ClaimKind.STRENGTH:
        yield from _stronger(claim.words)
    else:
        yield claim.words, f"{claim.words} indeed"
        yield claim.words, f"never {claim.words}"


def _misspelt(words: str) -> Iterator[str]:
    """A letter left out, two letters swapped, a letter doubled: of the longest word."""
    word = max(re.findall(r"[^\W\d_]+", words), key=len)
    if len(word) >= _SHORTEST:
        middle = len(word) // 2
        slips = (
            word[:middle] + word[middle + 1 :],
            word[:middle] + word[middle + 1] + word[middle] + word[middle + 2 :],
            word[:2] + "q" + word[3:],
        )
        yield from (words.replace(word, slip) for slip in slips if slip != word)


def _other_days(words: str) -> Iterator[str]:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        year, month, day = words.split("-")
        yield f"{int(year) + 3}-{month}-{day}"
        yield f"{year}-{month}-{(int(day) + 10) % 28 + 1:02}"
    elif words.isdigit():
        yield str(int(words) + 4)
        yield str(int(words) - 9)
    else:
        yield re.sub(r"August|January", "March", words)
        yield f"1{words}" if words[0].isdigit() else f"17 {words}"


def _stronger(words: str) -> Iterator[tuple[str, str]]:
    if words in {"discussed", "conveyed"}:
        yield words, "agreed"
        yield words, "decided"
        yield words, "disagreed"
    else:
        yield words, "disagreed"


def _of_quotations(text: str) -> Iterator[Alteration]:
    """A word of each quotation and translation left out."""
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        match = re.match(r" +quote: (?:>-|(\S+ \S+ ))", line)
        if match and match[1]:
            yield Alteration(number, match.start(1) + 1, match[1], match[1].split()[0] + " not ")
        elif match:
            words = re.match(r"( +)(\S+ )", lines[number])
            assert words is not None
            yield Alteration(number + 1, len(words[1]) + 1, words[2], f"{words[2]}not ", number)


def _of_answers(text: str) -> Iterator[Alteration]:
    for number, line in enumerate(text.splitlines(), 1):
        match = re.search(r"response: (not reported)", line)
        if match:
            for answer in _CERTAIN:
                yield Alteration(number, match.start(1) + 1, match[1], answer)


def _of_dues(text: str) -> Iterator[Alteration]:
    for number, line in enumerate(text.splitlines(), 1):
        match = re.search(r"(?:due|wording): (later|very|uskoro)", line)
        if match:
            yield Alteration(number, match.start(1) + 1, match[1], "hardly")
