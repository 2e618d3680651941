"""Alterations of a brief: each claim and each quotation, made false in turn."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from bluf.claims import hold, proven
from bluf.data import read
from bluf.model import ClaimKind, Verdict
from octavo.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bluf.evidence import Proven
    from bluf.model import Claim

_NUMBERS = {"four": "seven", "two": "eleven", "nine": "ten", "one": "three", "seven": "six"}
_SHORTEST = 5
_CONTRARY = {"made": "planned", "planned": "made", "us": "rs"}
_DEPUTIES = ("Deputy", "Under", "Bureau")
_CERTAIN = ("accepted", "refused", "noted", "deferred", "partly accepted")


class Alteration(NamedTuple):
    """A change of one place of a data file: what stood there, and what is put in its place.

    ``found_at`` is the line of the finding, where that is the line on which the value begins;
    ``quoted`` whether words are altered that are looked up in a source; ``lines`` the lines that a
    longer change touches, on any of which it is found.
    """

    line: int
    column: int
    old: str
    new: str
    found_at: int = 0
    quoted: bool = False
    lines: range = range(0)

    def of(self, text: str) -> str:
        """The text of the file with the change made."""
        lines = text.splitlines(keepends=True)
        start = sum(map(len, lines[: self.line - 1])) + self.column - 1
        assert text.startswith(self.old, start)
        return text[:start] + self.new + text[start + len(self.old) :]


def alterations(path: Path) -> list[Alteration]:
    """Every claim and quotation of a brief made false, one at a time, in several ways."""
    data = read(path)
    proof = proven(data).proof
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


def altered(text: str, old: str, new: str) -> Alteration:
    """The change of a passage, from the first sign that differs on its line."""
    start = text.index(old)
    pairs = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    same = len(list(pairs))
    line = text.count("\n", 0, start + same) + 1
    first = text.rfind("\n", 0, start) + 1
    quoted = re.search(r"quote:|due:|wording:", text[first : start + len(old)]) is not None
    ends = range(line, line + max(old[same:].count("\n"), new[same:].count("\n")) + 1)
    at = text.count("\n", 0, start) + 1
    return Alteration(at, start - first + 1, old, new, quoted=quoted, lines=ends)


def is_found(path: Path, text: str, each: Alteration, unaltered: Proven) -> bool:
    """Whether a finding names the line of an alteration.

    Where no words are altered that are looked up in a source, what was found of them stays.
    """
    path.write_text(each.of(text), encoding="utf-8")
    data = read(path)
    findings = proven(data).findings if each.quoted else hold(data, unaltered).findings
    lines = {at.line for found in findings if isinstance(at := found.location, TextLocation)}
    return not lines.isdisjoint(each.lines or (each.found_at or each.line,))


def _stands(text: str, each: Alteration) -> bool:
    """Whether the old words stand at the place; a spelling that “also” declares is no fault."""
    line = text.splitlines()[each.line - 1]
    return line.startswith(each.old, each.column - 1) and "also:" not in line


def _of_claim(claim: Claim) -> Iterator[tuple[str, str]]:
    """What to put for the words of a claim."""
    words = claim.words
    if claim.kind in {ClaimKind.NAME, ClaimKind.PLACE}:
        borne = claim.found if claim.found in words else words
        yield from ((words, words.replace(borne, new)) for new in _misspelt(borne))
    elif claim.kind is ClaimKind.FIGURE:
        word = words.split()[0]
        yield words, words.replace(word, _NUMBERS[word.lower()])
    elif claim.kind in {ClaimKind.DATE, ClaimKind.DUE}:
        yield from ((words, new) for new in _other_days(words))
    elif claim.kind is ClaimKind.STRENGTH:
        yield from _stronger(words)
    elif claim.kind is ClaimKind.OFFICE and not words.startswith(_DEPUTIES):
        yield words, f"Deputy {words}"
    elif claim.kind in {ClaimKind.STATE, ClaimKind.SIDE} and words.islower():
        yield words, _CONTRARY.get(words, "us")
    elif claim.kind in {ClaimKind.WORDS, ClaimKind.ANSWER}:
        yield words, f"never {words}"


def _misspelt(words: str) -> Iterator[str]:
    """A letter left out, two letters swapped, or a letter replaced: of the longest word."""
    word = max(re.findall(r"[^\W\d_]+", words), key=len)
    if len(word) >= _SHORTEST:
        middle = len(word) // 2
        slips = (
            word[:middle] + word[middle + 1 :],
            word[:middle] + word[middle + 1] + word[middle] + word[middle + 2 :],
            word[:2] + "q" + word[3:],
        )
        others = [slip for slip in slips if slip != word]
        yield words.replace(word, others[len(words) % len(others)])


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
            yield Alteration(
                number, match.start(1) + 1, match[1], match[1].split()[0] + " not ", quoted=True
            )
        elif match:
            words = re.match(r"( +)(\S+ )", lines[number])
            assert words is not None
            yield Alteration(
                number + 1, len(words[1]) + 1, words[2], f"{words[2]}not ", number, quoted=True
            )


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
            yield Alteration(number, match.start(1) + 1, match[1], "hardly", quoted=True)
