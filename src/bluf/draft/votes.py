"""Motions of minutes, and the votes that stand behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bluf.evidence import normal_text
from bluf.languages import firmness
from bluf.model import Strength

if TYPE_CHECKING:
    from bluf.draft.sentences import Sentence
    from bluf.draft.vocabulary import DraftVocabulary

_REACH, _FARTHEST = 3, 40
"""A vote stands at most so many sentences behind its motion; cells of a table do not count."""
_ENDS = frozenset(".!?…;:")
_SHORTEST = 25
_TALLY = re.compile(r"(?<![\d.])\d{1,3}\s?[–:-]\s?\d{1,3}(?!\d|\.\d)")


def vote_on(found: Sequence[Sentence], index: int, words: DraftVocabulary) -> Sentence | None:
    """The sentence that says how a motion ended, where this one makes it: the last that does."""
    motion = words.pattern("says", "motion").search(found[index].text)
    is_bare = motion and words.pattern("aside", "agenda").match(found[index].text)
    if motion is None or (is_bare and not words.pattern("look", "that").search(found[index].text)):
        return None  # “Proposed by Ann, seconded by Bo” does not say what
    vote, passed = None, 0
    verdict = words.pattern("says", Strength.AGREED.value, Strength.DECIDED.value)  # “Agreed.”
    ends = words.pattern("says", "carried", "lost")
    for sentence in found[index + 1 : index + 1 + _FARTHEST]:
        text = sentence.text
        moves = words.pattern("says", "motion").search(ends.sub("", text))
        if passed >= _REACH or moves or resolves(text, words):
            return vote
        is_cell = len(text) < _SHORTEST or words.pattern("event", "voting").search(text)
        if verdict.stands_for(text.strip(" .")) or ends.search(text):
            vote = sentence
        passed += vote is sentence or not is_cell
    return vote


def resolves(text: str, words: DraftVocabulary) -> bool:
    """Whether a sentence says itself what is decided: “Resolved, That the Report be printed”."""
    head = words.pattern("says", "carried").match(text)
    rest = text[head.end() :].lstrip(" ,:–—-") if head else ""
    return words.pattern("look", "that").match(rest) is not None


def is_vote(text: str, words: DraftVocabulary) -> bool:
    """Whether a sentence tells how a vote went: “adopted 4–0”, “failed 2–5”."""
    ends = words.pattern("says", "carried", "lost").search(text)
    return ends is not None and _TALLY.search(text) is not None


def of_vote(
    strength: Strength | None, motion: Sentence, vote: Sentence, words: DraftVocabulary
) -> Strength | None:
    """The strength of a vote, or the one that its words have where each of them says less."""
    told = [firmness(normal_text(each.text), words.tag) for each in (motion, vote)]
    firmest = max(filter(None, told), key=lambda each: each.rank, default=None)
    is_less = firmest and strength and None not in told and firmest.rank < strength.rank
    return firmest if is_less else strength


def ended(vote: str, words: DraftVocabulary) -> Strength:
    """What a vote makes of its motion."""
    return Strength.DISAGREED if words.pattern("says", "lost").search(vote) else Strength.DECIDED
