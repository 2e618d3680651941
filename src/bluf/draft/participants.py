"""Who took part: people in the sentences that tell of the meeting, and those who spoke at it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.draft.baseform import base_form, is_same, role_form
from bluf.draft.names import people_in
from bluf.draft.unspaced import people_unspaced
from bluf.model import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bluf.draft.names import Person
    from bluf.draft.sentences import Sentence
    from bluf.draft.vocabulary import Vocabulary

_CLAUSE_END = re.compile(r"[,;:]")
_QUOTED = re.compile(r"[\"“”„«»]")
_REACH = 45
"""A verb of speaking stands at most so many characters behind its subject."""
_LINE = 80
"""A line of a roll call is at most so long."""


class Attendee(Struct, frozen=True):
    """Somebody who took part.

    Attributes:
        name: The name, in its base form.
        role: The office, as the source words it.
        also: Other spellings.
        sentence: Number of the sentence that names him or her.
    """

    name: str
    role: str = ""
    also: tuple[str, ...] = ()
    sentence: int = 0


def attendees(
    found: Sequence[Sentence], words: Vocabulary, *, is_session: bool
) -> tuple[Attendee, ...]:
    """Who took part, in the order in which the text names them."""
    gathered: list[Attendee] = []
    for sentence, person in _named(found, words, is_session=is_session):
        name = base_form(person.name, person.role, words)
        also = (person.name,) if person.name != name else ()
        attendee = Attendee(name, role_form(person.role, words), also, sentence.number)
        gathered = _with(gathered, attendee, person.name)
    return tuple(each for each in gathered if each.name)


def _with(gathered: list[Attendee], new: Attendee, spelt: str) -> list[Attendee]:
    """The list with somebody new in it, or with another spelling of somebody in it."""
    for index, known in enumerate(gathered):
        if is_same(known.name, new.name):
            longer = new if len(new.name.split()) > len(known.name.split()) else known
            spellings = dict.fromkeys((*known.also, known.name, new.name, spelt))
            also = tuple(each for each in spellings if each != longer.name and " " in each)
            merged = Attendee(
                longer.name, longer.role or known.role or new.role, also, known.sentence
            )
            return [*gathered[:index], merged, *gathered[index + 1 :]]
    return [*gathered, new]


def _named(
    found: Sequence[Sentence], words: Vocabulary, *, is_session: bool
) -> Iterator[tuple[Sentence, Person]]:
    in_list = False
    for sentence in found:
        if words.pattern("aside", "background").search(sentence.text):
            continue
        text = _live(sentence.text, words)
        is_present = words.pattern("event", "present").search(text) is not None
        if words.pattern("event", "absent").search(text) and not is_present:
            in_list = False
            continue
        in_list = is_session and (is_present or (in_list and _is_line(text)))
        tells = in_list or is_present or _is_of_meeting(text, words)
        for person in _people(text, words, is_list=in_list):
            if tells or _speaks(text, person, words):
                yield sentence, person


def _is_line(text: str) -> bool:
    """Whether a text can be a line of a roll call."""
    return len(text) <= _LINE and (text[:1] in "-–•*" or not text.endswith("."))


def _people(text: str, words: Vocabulary, *, is_list: bool) -> list[Person]:
    if not words.is_cased:
        return people_unspaced(text, words)
    return [
        person
        for person in people_in(text, words, is_list=is_list)
        if not words.pattern("aside", "spokesman").search(person.role)
    ]


def _is_of_meeting(text: str, words: Vocabulary) -> bool:
    return any(words.pattern("event", name).search(text) for name in ("meeting", "call"))


def _speaks(text: str, person: Person, words: Vocabulary) -> bool:
    """Whether a person says or asks something in a sentence: in front of its verb, or behind it."""
    behind = text[person.end : person.end + _REACH]
    if person.start < _LINE and words.pattern("says", "request").search(behind):
        return bool(person.role)
    is_quoted = _QUOTED.search(text) is not None
    said = _says(behind, words)
    if said and (is_quoted or person.start < _LINE):
        return bool(person.role)
    before = text[max(0, person.start - len(person.role) - _REACH) : person.start]
    return is_quoted and bool(person.role) and _says(before, words)


def _says(text: str, words: Vocabulary) -> bool:
    """Whether a verb of speaking or announcing stands in a text."""
    lists = (words.pattern("says", strength.value) for strength in Strength)
    return any(pattern.search(text) for pattern in (words.reporting, *lists))


def _live(text: str, words: Vocabulary) -> str:
    """The text without clauses on other occasions; places stay as they are."""
    for name in ("earlier", "over"):
        table = "aside" if name == "earlier" else "event"
        for match in words.pattern(table, name).finditer(text):
            end = _CLAUSE_END.search(text, match.end())
            stop = end.start() if end else len(text)
            text = text[: match.start()] + " " * (stop - match.start()) + text[stop:]
    return text
