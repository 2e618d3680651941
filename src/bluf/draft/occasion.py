"""What took place: the kind of occasion, its day and its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from bluf.draft.dates import days_in, in_year, published_on
from bluf.draft.says import is_boilerplate
from bluf.draft.sentences import Sentence
from bluf.draft.vocabulary import DraftVocabulary
from bluf.draft.when import day_of
from bluf.draft.where import place_of
from bluf.model import EventKind
from octavo.shortening import capital

_HEAD = 30
"""The head of minutes ends after so many sentences."""
_SIGNS_OF_SESSION = 2
"""So many different words of minutes: a release may speak of “the session” too."""
_SPACED_OUT = re.compile(r"(?<=\b\w) (?=\w\b)")
"""Between letters that are spaced out: “M i n u t e s”."""
_HEADING = 40
"""A heading above a roll call is at most so long."""
_OPENING = 3


class Planned(Struct, frozen=True):
    """The next meeting, as minutes call it, and its day."""

    title: str
    day: dt.date


class Occasion(Struct, frozen=True):
    """What took place, as far as the text says it; ``planned`` is the next one of minutes.

    Attributes:
        reckoned: The words that the day was reckoned from; empty where it stands there in full.
    """

    kind: EventKind = EventKind.MEETING
    day: dt.date | None = None
    reckoned: str = ""
    place: str = ""
    planned: Planned | None = None


def is_session(text: str, words: DraftVocabulary) -> bool:
    """Whether a text is the minutes of a council, a board or a committee."""
    text = _SPACED_OUT.sub("", text)
    signs, record = (words.pattern("event", name) for name in ("session", "record"))
    title = text.lstrip("#*_ \n")
    is_titled = record.match(title) and signs.match(title)  # “Meeting notes”
    found = {match.group().lower() for match in signs.finditer(text)}
    heads = [line.strip("#*_: ") for line in text.splitlines() if len(line) <= _HEADING]
    lists = (words.pattern("event", name) for name in ("present", "order"))
    has_heads = all(any(map(each.stands_for, heads)) for each in lists)
    return bool(is_titled) or has_heads or len(found) >= _SIGNS_OF_SESSION


def occasion_in(
    text: str, found: Sequence[Sentence], words: DraftVocabulary, names: Sequence[str]
) -> Occasion:
    """What took place, by the sentences that tell of it; no place ends in one of the names."""
    session = is_session(text, words)
    telling = [sentence.text for sentence in _telling(found, words, session=session)]
    written = published_on(text, words)
    is_call = words.pattern("event", "call").search(" ".join(telling[:_OPENING]))
    kind = EventKind.CALL if is_call else EventKind.MEETING
    kind = EventKind.SESSION if session else kind
    opening = [sentence.text for sentence in found[:_OPENING]]
    day, reckoned = day_of(telling, opening, words, written, session=session)
    place = "" if kind is EventKind.CALL else place_of(text, telling, words, session=session)
    for name in names:
        if place.lower().endswith(name.lower()):
            place = place[: -len(name)].rstrip()
    planned = _planned(found, words, day) if session and day else None
    return Occasion(kind, day, reckoned, place, planned)


def _planned(found: Sequence[Sentence], words: DraftVocabulary, held: dt.date) -> Planned | None:
    """The next meeting, by the sentence that names it or the one below that heading."""
    for sentence, below in pairwise((*found, None)):
        named = words.pattern("event", "next").search(sentence.text) if sentence else None
        if sentence is None or named is None:
            continue
        texts = [sentence.text[named.end() :]]
        if below and sentence.text[-1] not in ".;":
            texts.append(below.text)
        days = (in_year(day, held.year) for text in texts for day in days_in(text, words))
        day = next((each for each in days if each and each > held), None)
        if day:
            return Planned(capital(named.group()), day)
    return None


def _telling(
    found: Sequence[Sentence], words: DraftVocabulary, *, session: bool
) -> Iterator[Sentence]:
    """The sentences that say when and where: the head of minutes, else those on a meeting."""
    for sentence in found:
        is_head = session and sentence.number <= _HEAD
        meets = words.tells_of_meeting(sentence.text)
        if is_head or (meets and not is_boilerplate(sentence.text, words)):
            yield sentence
