"""Sides, people and events of a draft: what the record needs besides its items."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.draft.baseform import is_same
from bluf.draft.belonging import names_of_publishers, sides_named, speaking
from bluf.draft.dates import days_in
from bluf.draft.parties import SideNames
from bluf.draft.runs import UPPER
from bluf.draft.sentences import last_clause
from bluf.draft.vocabulary import DraftVocabulary, vocabulary
from bluf.languages import WordPattern
from bluf.model import Party, SourceKind, Strength
from octavo.shortening import capital

if TYPE_CHECKING:
    from bluf.draft.candidate import Candidate
    from bluf.draft.participants import Attendee
    from bluf.draft.source import SourceAccount

BODY = "body"
"""Id of the party that a council or a board is."""
_MOST = 4
"""A draft names at most so many parties."""
_LONG = 12
"""A name with more letters is shortened to its initials."""
_TWO = 2
_INITIAL = 2
_LONGEST_BODY = 40
"""A longer title says more than which body sat."""
_HEAD = 1200
"""Minutes name the body that sat among so many first characters."""
_BRACKET = re.compile(r"\([^()]*\)")
_EMPTY = re.compile(r"\(\W*\)")
_CAPITALISED = re.compile(rf"(?:[{UPPER}][\w.’'-]* (?:(?:and|&) )?)*\Z")
_NUMBER = re.compile(r"\A\d+\s(?=[^\W\d_A-ZА-Я])")
"""The number of minutes, whose title goes on in small letters."""
_BETWEEN = " ,:;–—-|"
_SIGNS = re.compile(r"[^\w]+")


class DraftedSides(Struct, frozen=True):
    """Parties by id, people with the source that names each, and who belongs to whom.

    Attributes:
        slugs: What the id of the brief calls each party.
        calls: How texts call the parties.
    """

    parties: dict[str, Party]
    slugs: tuple[str, ...]
    people: tuple[tuple[Attendee, str], ...]
    of_person: Mapping[str, str]
    of_source: Mapping[str, str]
    calls: SideNames

    def asker(self, candidate: Candidate, account: SourceAccount) -> str:
        """The party that asks or owes: who is named before the verb, else who published the words.

        “We” and “our” are the words of the one who published them. Empty where nobody is named.
        """
        before, behind = _halves(candidate.evidence[0].quote, account)
        own = self.of_source.get(account.id, "")
        words = vocabulary(account.language)
        subject = last_clause(before)
        if words.pattern("people", "roles").search(subject):
            before = subject  # not who is named before: “While thanking Norway, the Minister”
        is_own = own and words.says_we(before)
        named = "" if is_own else self._first_named(before, account)
        asked = self._first_named(behind, account)
        given = self._called(candidate.who)
        return given or named or own or (self.other(asked) if asked else "")

    def speaker(self, candidate: Candidate, account: SourceAccount) -> str:
        """Who of no known side is named before the verb; empty where nobody is."""
        subject = last_clause(_halves(candidate.evidence[0].quote, account)[0])
        return next((each.name for each, _ in self.people if each.name in subject), "")

    def asked(self, candidate: Candidate, account: SourceAccount, asker: str) -> str:
        """The party that is asked: who is named behind the verb, else the other one, or all."""
        behind = _halves(candidate.evidence[0].quote, account)[1]
        named = self._called(candidate.whom) or self._first_named(behind, account)
        return (named if named != asker else "") or self.other(asker) or "all sides"

    def owner(self, candidate: Candidate, account: SourceAccount) -> str:
        """Who owes an action: who is to do it by the text, both sides, or the party named first."""
        if candidate.who:
            return self._named(candidate.who, vocabulary(account.language))
        if candidate.strength is Strength.AGREED or len(self.parties) == 1:
            return "all sides" if self._is_open(account) else self._together()
        return self.asker(candidate, account) or self._together()

    def _is_open(self, account: SourceAccount) -> bool:
        """Whether a text names several sides and no people, and one side alone is known here."""
        named = self.calls.found(account.text.text, vocabulary(account.language))
        return len(self.parties) == 1 and not self.people and len(named) > 1

    def _together(self) -> str:
        """All sides, as a record calls them; a single one alone, unless some are of none known."""
        if len(self.parties) == 1 and all(each.name in self.of_person for each, _ in self.people):
            return next(iter(self.parties))
        if len(self.parties) == _TWO:
            return "both sides"
        return BODY if BODY in self.parties else "all sides"

    def _named(self, who: str, words: DraftVocabulary) -> str:
        """Parties or people by their full names, where a text has surnames or initials."""
        joins = "|".join(map(re.escape, words.language.conjunctions))
        parts = re.split(rf"(\s*[/&+,]\s*|\s(?:{joins})\s)", who)
        return "".join(self._in_full(each) if each.strip() else each for each in parts)

    def _called_by(self, person: Attendee) -> list[str]:
        """The parts of a name that texts may use alone: those that are in nobody else's."""
        others = (each.name.split() for each, _ in self.people if each is not person)
        first, *rest = person.name.split()
        is_own = rest and len(first) > _INITIAL and not any(first in each for each in others)
        return [*([first] if is_own else []), (rest or [first])[-1]]

    def _office_alone(self, person: Attendee, words: DraftVocabulary) -> str:
        """The office of somebody without what it is of, where nobody else has the like."""
        office = words.pattern("people", "roles").search(person.role)
        alike = [each for each, _ in self.people if office and office.group() in each.role]
        return office.group() if office and len(alike) == 1 else ""

    def _in_full(self, who: str) -> str:
        last = who.rsplit(maxsplit=1)[-1]
        people = [each.name for each, _ in self.people if last in {*each.also, *each.name.split()}]
        return self._called(who) or (people[0] if len(people) == 1 else who)

    def _called(self, name: str) -> str:
        """The party that somebody gave by its id, its name, or one of its people."""
        codes = {**self.of_person, **{party.name: code for code, party in self.parties.items()}}
        return name if name in self.parties else codes.get(name, "")

    def other(self, party: str) -> str:
        """The other party, where there are two."""
        others = [each for each in self.parties if each != party]
        return others[0] if party in self.parties and len(others) == 1 else ""

    def _first_named(self, quote: str, account: SourceAccount) -> str:
        found: dict[int, str] = {}
        for person, _ in self.people:
            party = self.of_person.get(person.name, "")
            office = self._office_alone(person, vocabulary(account.language)) if party else ""
            called = (*self._called_by(person), person.role if party else "", office)
            places = [quote.find(each) for each in called if each]
            found |= {place: party for place in places if place >= 0}
        if found:
            return found[min(found)]
        codes = self.calls.found(quote, vocabulary(account.language))
        return next((code for code in codes if code in self.parties), "")


def sides_of(accounts: Sequence[SourceAccount], language: str) -> DraftedSides:
    """The parties and people of all accounts."""
    people = _with_initials(_everybody(accounts), accounts)
    calls = SideNames()
    wanted = sides_named(accounts, people, calls)
    if not wanted:
        calls = names_of_publishers([a for a in accounts if a.kind is not SourceKind.MINUTES])
        wanted = sides_named(accounts, people, calls) if calls.words else []
    parties = {code: Party(name=calls.name(code, language)) for code in wanted[:_MOST]}
    spoken = speaking(accounts, people, calls, parties)
    slugs = tuple(_slug(calls.name(code, "en")) or code for code in parties)
    parties = parties or _body(accounts[0], people)
    return DraftedSides(parties, slugs or (BODY,), people, *spoken, calls)


def event_title(accounts: Sequence[SourceAccount], sides: DraftedSides) -> str:
    """The body that sat, two surnames, or the title of the main source."""
    offices = [person.role or person.name for person, _ in sides.people[:1]]
    if BODY in sides.parties and sides.parties[BODY].name not in {accounts[0].id, *offices}:
        return sides.parties[BODY].name
    first: dict[str, str] = {}
    for person, _ in sides.people:
        first.setdefault(sides.of_person.get(person.name, person.name), _surname(person, accounts))
    names = list(dict.fromkeys(first.values()))[:_TWO]
    is_talk = names[1:] and len(sides.parties) <= _TWO
    return "–".join(names) if is_talk else accounts[0].title


def _surname(person: Attendee, accounts: Sequence[SourceAccount]) -> str:
    """The part of a name that texts use alone: “Yang” of “Yang Jiechi”; else the last one."""
    first, *_, last = person.name.split() if " " in person.name else ("", person.name)
    texts = " ".join(account.text.text for account in accounts)
    is_pair = person.name.count(" ") == 1
    patterns = (
        rf"\b{re.escape(first)}\b(?!\s[{UPPER}])",
        rf"(?<!{re.escape(first)}\s)\b{re.escape(last)}\b",
    )
    alone = [len(re.findall(pattern, texts)) for pattern in patterns]
    return first if is_pair and first[:1].isupper() and alone[0] > alone[1] else last


def _everybody(accounts: Sequence[SourceAccount]) -> tuple[tuple[Attendee, str], ...]:
    """Everybody in any account, each once, under the fullest name."""
    gathered: list[tuple[Attendee, str]] = []
    for account in accounts:
        for person in account.people:
            same = (at for at, (old, _) in enumerate(gathered) if is_same(old.name, person.name))
            at = next(same, len(gathered))
            known, source = (*gathered[at : at + 1], (person, account.id))[0]
            gathered[at : at + 1] = [(known.joined(person), source)]
    return tuple(gathered)


def _with_initials(
    people: Sequence[tuple[Attendee, str]], accounts: Sequence[SourceAccount]
) -> tuple[tuple[Attendee, str], ...]:
    """People with their initials as a spelling, where minutes call them so: “TH” for Tom Hale."""
    texts = " ".join(each.text.text for each in accounts if each.kind is SourceKind.MINUTES)
    initials = ["".join(part[0] for part in person.name.split()) for person, _ in people]
    return tuple(
        (replace(person, also=(*person.also, short)), source)
        if len(short) > 1 and initials.count(short) == 1 and re.search(rf"\b{short}\b", texts)
        else (person, source)
        for (person, source), short in zip(people, initials, strict=True)
    )


def _body(account: SourceAccount, people: Sequence[tuple[Attendee, str]]) -> dict[str, Party]:
    """The body that sat, where no country is named; else who published, or the first office."""
    words = vocabulary(account.language)
    office = next((person.role or person.name for person, _ in people), account.id)
    title = account.title if account.is_titled else office
    head = _BRACKET.sub("", account.text.text[:_HEAD])
    match = next(filter(None, map(words.pattern("event", "body").search, (title, head))), None)
    name = match.group() if match else account.publisher or title
    if match:
        before = _CAPITALISED.findall(match.string[: match.start()])[0]
        is_whole = before and words.words("place", "councils")
        name = (before + name).removeprefix("The ") if is_whole else name.capitalize()
        name = _without_record(name, words).title() if name.isupper() else name
    if match and title.lower().endswith(match.group().lower()) and len(title) <= _LONGEST_BODY:
        name = title
    return {BODY: Party(name=_without_record(" ".join(name.split()), words))}


def _without_record(title: str, words: DraftVocabulary) -> str:
    """The body in the title of minutes: “the Quay Club” in “Minutes of the Quay Club, 3 May”."""
    name = title
    for day in days_in(title, words)[-1:]:
        name = f"{title[: day.start]} {title[day.end :]}"
    bare = name = _EMPTY.sub(" ", name)
    record, on = words.pattern("event", "record"), words.pattern("time", "on")
    while begins := record.match(name):
        name = capital(_NUMBER.sub("", name[begins.end() :].lstrip(_BETWEEN)))
    name, ends = name.strip(_BETWEEN), (record, on, words.calendar)
    while name and any(each.stands_for(name.split()[-1]) for each in ends):
        name = name.rpartition(" ")[0].strip(_BETWEEN)
    return name if any(map(str.isalpha, name)) else _cut(bare, on)


def _cut(title: str, on: WordPattern) -> str:
    """The title of minutes that names no body, without “on” before its day."""
    title = title.strip(_BETWEEN)
    before, _, last = title.rpartition(" ")
    return before.strip(_BETWEEN) if before and on.stands_for(last) else title


def _halves(quote: str, account: SourceAccount) -> tuple[str, str]:
    """What stands before the verb of asking, or of promising, and what stands behind it."""
    words = vocabulary(account.language)
    lists = ("request", "future", Strength.ANNOUNCED.value, Strength.DECIDED.value)
    verb = next(filter(None, (words.pattern("says", name).search(quote) for name in lists)), None)
    return (quote[: verb.start()], quote[verb.end() :]) if verb else (quote, "")


def _slug(name: str) -> str:
    initials = re.findall(r"\b[A-Z]", name)
    plain = _SIGNS.sub("-", name.lower()).strip("-")
    return "".join(initials[:2]).lower() if len(initials) > 1 and len(plain) > _LONG else plain
