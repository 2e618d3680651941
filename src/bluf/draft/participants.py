"""Who took part: people in the sentences that tell of the meeting, and those who spoke at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from bluf.draft.baseform import base_form, is_same, role_form
from bluf.draft.names import Person, people_in, spelt
from bluf.draft.places import has_place, without_places
from bluf.draft.runs import is_headline, runs
from bluf.draft.says import STRENGTHS, blanked
from bluf.draft.sentences import Sentence
from bluf.draft.unspaced import people_unspaced
from bluf.draft.vocabulary import MEETINGS, DraftVocabulary

_QUOTED = re.compile(r"[\"“”„«»]|(?:\A|,\s)[—–-]\s")
_REACH = 45
"""A verb of speaking stands at most so many characters behind its subject."""
_BEFORE_MENTION = 25
"""What makes a mention of a name stands at most so many characters before the office."""
_NEXT = 25
"""The verb of a subject without an office stands at most so many characters behind it."""
_OWNED = re.compile(r"(?:..)?[’']s\s(.{,25})")
_WORDS_OF_NAME = (2, 3)
_WORDS_OF_ROW = 5
_COMMAS, _SHORT_WORD = 2, 3
_PAIR = 2
_DASH, _BEFORE_ROLE, _HEAD = re.compile(r"\s[–—-]\s"), 40, 20
_LINE = 80
"""A line of a roll call is at most so long."""


class Attendee(Struct, frozen=True):
    """Somebody who took part: name and office, other spellings, the number of the sentence."""

    name: str
    role: str = ""
    also: tuple[str, ...] = ()
    sentence: int = 0

    def joined(self, other: Attendee) -> Attendee:
        """Somebody under the fuller of two names, with what another mention gives."""
        longer = other if len(other.name.split()) > len(self.name.split()) else self
        spellings = dict.fromkeys((*self.also, self.name, other.name, *other.also))
        also = tuple(each for each in spellings if each != longer.name and " " in each)
        return Attendee(longer.name, longer.role or self.role or other.role, also, self.sentence)


def attendees(
    found: Sequence[Sentence], words: DraftVocabulary, *, is_session: bool
) -> tuple[Attendee, ...]:
    """Who took part, in the order in which the text names them.

    Who is named takes part if a sentence on the meeting names him, or if he speaks somewhere.
    """
    gathered: list[_Named] = []
    for named in _named(found, words, is_session=is_session):
        gathered = _with(gathered, named)
    lines = [_live(sentence.text, words) for sentence in found]
    known = [each.who for each in gathered]
    spokesman = words.pattern("aside", "spokesman")
    there = (each.who for each in gathered if each.takes_part or _is_heard(each.who, lines, words))
    taking = [each for each in there if not spokesman.search(each.role)]
    for who in _subjects(found, lines, words) if words.language.capitals == "names" else ():
        if not any(is_same(who.name, old.name) for old in (*known, *taking)):
            taking.append(who)
    return tuple(taking)


class _Named(Struct, frozen=True):
    """Somebody whom the text names, and whether a sentence says that he or she took part."""

    who: Attendee
    takes_part: bool


def _with(gathered: list[_Named], new: _Named) -> list[_Named]:
    """The list with somebody new in it, or with another spelling of somebody in it."""
    for index, old in enumerate(gathered):
        short, long = sorted((old.who.name, new.who.name), key=len)
        if is_same(short, long) or short == long.partition(" ")[0]:  # “Bo” of “Bo Stone”
            joined = _Named(old.who.joined(new.who), old.takes_part or new.takes_part)
            return [*gathered[:index], joined, *gathered[index + 1 :]]
    return [*gathered, new]


def _named(
    found: Sequence[Sentence], words: DraftVocabulary, *, is_session: bool
) -> Iterator[_Named]:
    in_list = was_absent = False
    rows = [is_session and _is_row(sentence.text, words) for sentence in found]
    for at, sentence in enumerate(found):
        if words.pattern("aside", "background").search(sentence.text):
            continue
        text = _live(sentence.text, words)
        text, is_present = _who_came(text, words)
        was_absent = was_absent and rows[at]
        if not text:
            in_list, was_absent = False, True
            continue
        starts = rows[at] and any(rows[at + 1 : at + 2]) and not was_absent
        is_listed = in_list or starts or _is_heading(text, words)
        is_listed = is_listed and words.pattern("event", "order").match(text) is None
        is_present = is_present and (not is_session or _is_roll(text, words))
        in_list = is_present or (is_session and is_listed and _is_of_list(text))
        tells = in_list or words.pattern("event", *MEETINGS).search(text) is not None
        mentioned, case = None, ""
        people = _people(text, words, is_list=in_list, is_of_meeting=tells)
        speaking = _speaking(text, people, words)
        reported = _reported_from(text, words)
        for person, speaks in zip(people, speaking, strict=True):
            if _is_mentioned(text, person, mentioned, words):
                mentioned = person
            case = person.role or (case if person.beside else "")
            name = base_form(person.name, case, words)
            also = (person.name,) if person.name != name else ()
            attendee = Attendee(name, role_form(person.role, words), also, sentence.number)
            is_there = tells or speaks or _is_talked_with(text, person, words)
            is_there = is_there and (in_list or person.start < reported)
            yield _Named(attendee, is_there and person is not mentioned)


def _reported_from(text: str, words: DraftVocabulary) -> int:
    """Where the words begin that somebody reports: “he said that President Ann Lee will travel”."""
    for verb in words.reporting.finditer(text):
        that = words.pattern("look", "that").match(text, verb.end() + 1)
        if that:
            return that.end()
    return len(text)


def _speaking(text: str, people: Sequence[Person], words: DraftVocabulary) -> list[bool]:
    """Who says something in a sentence; the verb of a list stands behind the last one of it."""
    found: list[bool] = []
    beside = False
    for person in reversed(people):
        found.append((beside and found[-1]) or _speaks(text, person, words))
        beside = person.beside
    return found[::-1]


def _who_came(text: str, words: DraftVocabulary) -> tuple[str, bool]:
    """The part of a text that tells who came, without who did not; whether it does tell it."""
    absent = words.pattern("event", "absent").search(text)
    if absent is None:
        return text, words.pattern("event", "present").search(text) is not None
    hidden = text[: absent.start()] + " " * len(absent.group()) + text[absent.end() :]
    present = words.pattern("event", "present").search(hidden)
    heads_absent = text.endswith(":") and absent.end() > len(text) - 2
    if present is None or heads_absent:
        return "", False
    is_first = present.start() < absent.start()
    return (text[: absent.start()] if is_first else text[present.start() :]), True


def _is_mentioned(text: str, person: Person, last: Person | None, words: DraftVocabulary) -> bool:
    """Whether a person stands there for what is his: “a letter of President Ann Lee”.

    So does who is named beside one who does.
    """
    office = max(0, person.start - len(person.role) - 1)
    owned = _OWNED.match(text, person.end - 2)
    if owned and not words.pattern("event", *MEETINGS).search(owned[1]):
        return True
    if last and re.fullmatch(r"\s*,?\s*(?:\w{1,3}\s*){0,3}", text[last.end : office]):
        return True
    pattern = words.pattern("aside", "mention")
    near = ((office, _BEFORE_MENTION), (person.start, 1))
    return any(
        end - match.end() <= reach
        for end, reach in near
        for match in pattern.finditer(text, max(0, end - _LINE), end)
    )


def _is_heard(who: Attendee, lines: Sequence[str], words: DraftVocabulary) -> bool:
    """Whether a sentence has somebody speak whom another one names with an office."""
    surname = re.compile(rf"(?<!\w){re.escape(who.name.split()[-1])}(?!\w|[’']s)", re.IGNORECASE)
    bodies = words.pattern("people", "bodies")
    return any(
        words.telling.search(line, max(0, match.start() - _BEFORE_MENTION), match.end() + _REACH)
        for line in lines
        for match in surname.finditer(line[:_LINE])
        if not words.pattern("aside", "mention").search(line[: match.start()])
        and not any(map(bodies.stands_for, line[match.end() :].split(maxsplit=1)[:1]))
    )


def _subjects(
    found: Sequence[Sentence], lines: Sequence[str], words: DraftVocabulary
) -> Iterator[Attendee]:
    """Two without an office who do something at the meeting together."""
    meets = words.pattern("event", *MEETINGS)
    for sentence, line in zip(found, lines, strict=True):
        if is_headline(line, words) or not words.tells_of_meeting(line):
            continue
        for pair, end in _pairs(line, words):
            behind = line[end : end + _NEXT]
            if words.telling.search(behind) or meets.search(behind):
                yield from (Attendee(name, sentence=sentence.number) for name in pair)


def _pairs(line: str, words: DraftVocabulary) -> Iterator[tuple[list[str], int]]:
    """Two names that can be people's with “and” alone between them, and where the second ends."""
    most = _WORDS_OF_NAME[: 1 if words.words("people", "genitives") else 2]
    for one, other in pairwise(runs(without_places(line, words.tag), words)):
        names = [spelt(line[slice(*span)], words) for span in (one, other)]
        joins = line[one[1] : other[0]].strip() in words.language.conjunctions
        fit = all(len(each.split()) in most and not has_place(each, words.tag) for each in names)
        if joins and fit:
            yield names, other[1]


def _is_heading(text: str, words: DraftVocabulary) -> bool:
    """Whether a line is an office alone, whose names follow: “Mayor:”."""
    parts = text.removesuffix(":").lower().split("-")
    roles = words.pattern("people", "roles")
    return text.endswith(":") and all(roles.stands_for(part) for part in parts)


def _is_row(text: str, words: DraftVocabulary) -> bool:
    """Whether a line is an office and a name alone: “Councillor K Parker”."""
    role = words.pattern("people", "roles").match(text)
    rest = text[role.end() :].split() if role else ()
    return 0 < len(rest) <= _WORDS_OF_ROW and all(
        len(each) == 1 or each[0].isupper() for each in rest
    )


def _is_roll(text: str, words: DraftVocabulary) -> bool:
    """Whether a line of minutes tells who came, and not only that some were present."""
    told = words.pattern("event", "present").search(text)
    return told is not None and (
        told.start() <= _HEAD
        or text[told.end() :].strip()[:1] in {"", ".", ":"}
        or told.group().isupper()
        or text.count(",") >= _COMMAS
    )


def _is_of_list(text: str) -> bool:
    """Whether a text can be a line of a roll call, or all of it."""
    if text[0].isdigit() and (text.endswith(":") or text.isupper()):
        return False  # a heading
    is_name = not any(word[0].islower() for word in text.split() if len(word) > _SHORT_WORD)
    is_line = text[:1] in "-–•*" or not text.endswith(".") or _DASH.search(text[:_BEFORE_ROLE])
    return is_name or (len(text) <= _LINE and bool(is_line)) or text.count(",") >= _COMMAS


def _people(
    text: str, words: DraftVocabulary, *, is_list: bool, is_of_meeting: bool
) -> list[Person]:
    if not words.is_cased:
        return people_unspaced(text, words)
    return people_in(text, words, is_list=is_list, is_of_meeting=is_of_meeting)


def _is_talked_with(text: str, person: Person, words: DraftVocabulary) -> bool:
    """Whether a sentence says that its subject discusses something with a person."""
    before = text[: person.start].rstrip(" ,").removesuffix(person.role).split()
    near = [word for word in before[-_PAIR:] if words.pattern("people", "with").stands_for(word)]
    return bool(near) and words.discussing.search(text) is not None


def _speaks(text: str, person: Person, words: DraftVocabulary) -> bool:
    """Whether a person says or asks something in a sentence: in front of its verb, or behind it."""
    if not person.role:
        return False
    behind = text[person.end : person.end + _REACH]
    before = text[max(0, person.start - len(person.role) - _REACH) : person.start]
    if person.start < _LINE and words.pattern("says", *STRENGTHS, "request").search(behind):
        return True
    is_quoted = _QUOTED.search(text) is not None
    return is_quoted and any(map(words.telling.search, (behind, before)))


def _live(text: str, words: DraftVocabulary) -> str:
    """The text without clauses on other occasions; places stay as they are."""
    return blanked(blanked(text, words.pattern("aside", "earlier")), words.pattern("event", "over"))
