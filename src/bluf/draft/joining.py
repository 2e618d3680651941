"""Candidates of several sources as one list: one matter is one item, nothing stands there twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.draft.candidate import Candidate, CandidateKind
from bluf.model import Strength

if TYPE_CHECKING:
    from bluf.draft.source import SourceAccount

_STEM = 5
_SHORTEST = 4
_LEAST_SHARED = 4
_ALIKE = 0.5
"""Two accounts are of one matter if so much of the shorter one stands in the other, …"""
_ALIKE_APART = 0.4
"""… and so much without the names of those who met, which stand in each, …"""
_SOMEWHAT_ALIKE = 0.2
"""… or so much, and two words side by side: “strategic dialogue”."""
_TWICE = 0.85
"""A sentence that says so much of another one of its source says the same.

So does what is made of it: “Proposed and seconded. Agreed.” stands below many headings.
"""
_TALK = frozenset({Strength.CONVEYED, Strength.WELCOMED, None})
"""What is only said binds nobody to a matter."""


def joined(accounts: Sequence[SourceAccount]) -> tuple[Candidate, ...]:
    """The candidates of all accounts, the weightiest first."""
    items: list[Candidate] = []
    for account in accounts:
        items = _with_account(items, account.candidates)
    order = {id(item): number for number, item in enumerate(items)}
    return tuple(sorted(items, key=lambda item: (-item.weight, order[id(item)])))


def _with_account(items: list[Candidate], offered: Iterable[Candidate]) -> list[Candidate]:
    """The items with those of one more account, each joined with its like in another one."""
    result = list(items)
    for candidate in offered:
        like = _like(result, candidate)
        if like is None:
            result.append(candidate)
        elif result[like].evidence[-1].source != candidate.evidence[0].source:
            result[like] = _merged(result[like], candidate)
    return result


def _like(items: Sequence[Candidate], candidate: Candidate) -> int | None:
    """The index of the item that is of the same matter, the likest one."""
    scores = [(_score(item, candidate), -index) for index, item in enumerate(items)]
    score, index = max(scores, default=(0.0, 0))
    return -index if score else None


def _score(item: Candidate, candidate: Candidate) -> float:
    """How alike two candidates are; 0 where they are of different matters."""
    if (item.kind is CandidateKind.REQUEST) != (candidate.kind is CandidateKind.REQUEST):
        return 0.0
    known, quote = item.evidence[0].quote, candidate.evidence[0].quote
    alike = likeness(known, quote)
    if any(quoted.source == candidate.evidence[0].source for quoted in item.evidence):
        said, stated = item.statement, candidate.statement
        is_same = said == stated or likeness(said, stated) >= _TWICE
        return alike if alike >= _TWICE and is_same else 0.0
    binds = item.strength not in _TALK and candidate.strength not in _TALK
    names = _names(known) & _names(quote)
    apart = _shared(_stems(known) - names, _stems(quote) - names)
    if (alike >= _ALIKE and apart >= _ALIKE_APART) or (binds and is_one_matter(known, quote)):
        return alike + 0.01
    return 0.0


def is_one_matter(one: str, other: str) -> bool:
    """Whether two passages share two words that stand side by side, and some others.

    Words with a capital letter in both are names, of the same parties as a rule.
    """
    names = _names(one) & _names(other)
    first, second = _matter(one, names), _matter(other, names)
    shared = set(first) & set(second)
    pairs = set(pairwise(first)) & set(pairwise(second))
    return bool(pairs) and len(shared) >= _SOMEWHAT_ALIKE * min(len(set(first)), len(set(second)))


def _names(text: str) -> frozenset[str]:
    return frozenset(
        word[:_STEM].lower() for word in re.findall(r"[^\W\d_][\w.]*", text) if word[0].isupper()
    )


def _matter(text: str, names: frozenset[str]) -> list[str]:
    """Beginnings of the longer words of a text, in order, without names."""
    words = [word[:_STEM].lower() for word in re.findall(r"\w+", text) if len(word) >= _SHORTEST]
    return [word for word in words if word not in names]


def _merged(item: Candidate, other: Candidate) -> Candidate:
    first, second = (item, other) if item.weight >= other.weight else (other, item)
    strengths = [each for each in (item.strength, other.strength) if each]
    strongest = max(strengths, key=lambda strength: strength.rank, default=None)
    return replace(
        first,
        evidence=(*first.evidence, *second.evidence),
        strength=strongest if first.kind is not CandidateKind.REQUEST else None,
        weight=first.weight + 1.0,
    )


def likeness(one: str, other: str) -> float:
    """How much of the shorter of two passages stands in the other, by its longer words."""
    return _shared(_stems(one), _stems(other))


def _shared(first: frozenset[str], second: frozenset[str]) -> float:
    shared = len(first & second)
    return shared / min(len(first), len(second)) if shared >= _LEAST_SHARED else 0.0


def shared_words(one: str, other: str) -> int:
    """How many longer words two passages share, by their beginnings."""
    return len(_stems(one) & _stems(other))


@lru_cache(maxsize=512)
def _stems(text: str) -> frozenset[str]:
    """Beginnings of the longer words of a text; pairs of signs where words do not stand apart."""
    words = re.findall(r"\w+", text.lower())
    if re.search(r"[\u4e00-\u9fff]", text):
        signs = "".join(words)
        return frozenset(signs[index : index + 2] for index in range(len(signs) - 1))
    return frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST or word.isdigit())
