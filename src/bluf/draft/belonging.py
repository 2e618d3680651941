"""Whom each person and each source speaks for, as far as the texts say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bluf.draft.baseform import is_same
from bluf.draft.names import without_honorific
from bluf.draft.parties import SideNames, counted
from bluf.draft.vocabulary import DraftVocabulary, vocabulary
from bluf.languages import pattern
from bluf.model import SourceKind

if TYPE_CHECKING:
    from bluf.draft.participants import Attendee
    from bluf.draft.source import SourceAccount

    People = Sequence[tuple[Attendee, str]]

_BEFORE = 60
"""The country of a person stands at most so many characters before the name."""
_ADJOINING = 6
"""The country of an office stands in so many characters before it, where no word is parted."""
_NEAR = 30
"""A second office begins at most so many characters behind the comma."""
_BEHIND = 4
"""“the United States of America” is named by so many words behind it."""
_ENDS = re.compile(r"[,;:]|(?<=[^\W_]{2})\.\s")
_TOPIC = re.compile(r"\s*[^\W\d_]+")
_PROPER = re.compile(r"\b[^\W\d_]\w{3,}")
_SIDES = 2
_TWO_NAMES = re.compile(r"([^\W\d_][\w.]+)[-–]([^\W\d_][\w.]+)")


def sides_named(accounts: Sequence[SourceAccount], people: People, calls: SideNames) -> list[str]:
    """Ids of the sides that people speak for, or that titles and publishers name."""
    spoken = counted(_of_people(accounts, people, calls).values())
    heads = (
        code
        for account in accounts
        if account.kind is not SourceKind.MINUTES
        for code in _headed(account, calls, vocabulary(account.language))
    )
    posted = {  # “Ambassador of Norland in Costaria” speaks with Costaria
        code
        for account in accounts
        for person in account.people
        for code in calls.found(person.role, vocabulary(account.language))[1:]
    }
    named = counted([*spoken, *counted(heads), *(posted if len(posted) == 1 else ())])
    paired = _paired(accounts, calls) if len(named) < _SIDES else ()
    return [*dict.fromkeys((*named, *paired))]


def _paired(accounts: Sequence[SourceAccount], calls: SideNames) -> tuple[str, ...]:
    """The two sides that texts name as a pair most often: “the US–Pakistan dialogue”."""
    found: Counter[tuple[str, ...]] = Counter()
    for account in accounts:
        words = vocabulary(account.language)
        for pair in _TWO_NAMES.finditer(account.text.text):
            codes = [code for name in pair.groups() for code in calls.found(name, words)]
            if len(codes) == _SIDES:
                found[tuple(codes)] += 1
    return next(iter(found.most_common(1)), ((), 0))[0]


def _headed(account: SourceAccount, calls: SideNames, words: DraftVocabulary) -> list[str]:
    """The sides that a title or an issuer names.

    No side is what a title is about, “on Ukraine”, or where it was, “at the UN General Assembly”.
    """
    title = words.pattern("event", "forums").sub("", account.title)
    of, at = words.pattern("people", "of"), words.pattern("place", "before")
    for about in (words.pattern("look", "about"), at):
        for match in about.finditer(title):
            is_of = of.stands_for(match.group())
            if at.stands_for(match.group()):  # “in Norland”, but not “the Minister in Norland”
                is_of = is_of and words.ends_in_office(title[: match.start()])
            behind = None if is_of else _TOPIC.match(title, match.end())
            stop = behind.end() if behind else match.end()
            title = title[: match.end()] + " " * (stop - match.end()) + title[stop:]
    return calls.found(f"{title} {account.issuer}", words)


def names_of_publishers(accounts: Sequence[SourceAccount]) -> SideNames:
    """Sides that are no country that anybody knows: what publishers end with, and texts repeat.

    “Ministry of Trade of Norland” speaks for Norland, where that stands in a text as well.
    """
    texts = " ".join(account.text.text for account in accounts)
    heads = [account.issuer for account in accounts]
    found: dict[str, str] = {}
    for number, account in enumerate(accounts, 1):
        known = vocabulary(account.language).language
        common = pattern((*known.people.common, *known.people.roles), known.script)
        names = [
            word
            for word in _PROPER.findall(account.issuer)
            if word[0].isupper() and not common.search(word)
            and texts.count(word) > sum(head.count(word) for head in heads)
        ]  # fmt: skip
        if names:
            name = names[-1]
            found.setdefault(name, name.lower() if name.isascii() else f"side-{number}")
    return SideNames({code: name for name, code in found.items()})


def speaking(
    accounts: Sequence[SourceAccount], people: People, calls: SideNames, parties: Collection[str]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The party of each person by name, and that of each source by id, where they are told.

    A ministry gives its own people no country: “Minister Ann Lee met Norway's Minister Bo Day”.
    It speaks of one of its own most. Others are its own where no sentence on them names another
    side: “Secretary Bo Day conveyed that Norway's government …”. A text that no office published,
    such as a newspaper's, is no side's account.
    """
    told_of = _of_people(accounts, people, calls).items()
    of_person = {name: code for name, code in told_of if code in parties}
    of_source = dict(_of_sources(accounts, people, calls, of_person, parties))
    for account in accounts:
        own = of_source.get(account.id, "")
        here = [each.name for each in _of_countries(account, people, calls) if each.role]
        told = {of_person[name] for name in here if name in of_person}
        untold = [name for name in here if own and name not in of_person]
        times = {name: account.text.text.count(name.split()[-1]) for name in untold}
        first = max(times, key=times.__getitem__, default="")
        is_told = bool(told - {own}) or len(parties) < _SIDES
        for name in untold:
            is_head = name == first and own not in told
            if is_head or (is_told and not _is_near_others(name, own, account, calls)):
                of_person[name] = own
    return of_person, {
        each.id: of_source[each.id] for each in accounts if each.issuer and each.id in of_source
    }


def _of_countries(account: SourceAccount, people: People, calls: SideNames) -> list[Attendee]:
    """Whom a source names, without mayors and governors where the sides are countries."""
    local = vocabulary(account.language).pattern("people", "local")
    here = [person for person, source in people if source == account.id]
    return [each for each in here if calls.words or not local.match(each.role)]


def _is_near_others(name: str, own: str, account: SourceAccount, calls: SideNames) -> bool:
    """Whether a sentence that names somebody names another side than the one of the source."""
    words = vocabulary(account.language)
    surname = name.rsplit(maxsplit=1)[-1]
    near = (each.text for each in account.sentences if surname in each.text)
    return any(code != own for text in near for code in calls.found(text, words))


def _of_people(
    accounts: Sequence[SourceAccount], people: People, calls: SideNames
) -> dict[str, str]:
    found: dict[str, str] = {}
    for person, _ in people:
        same = ((each, a) for a in accounts for each in a.people if is_same(each.name, person.name))
        if code := next(filter(None, (_side(*each, calls) for each in same)), ""):
            found.setdefault(person.name, code)
    return found


def _side(person: Attendee, account: SourceAccount, calls: SideNames) -> str:
    """The side in the office of a person, behind the name, or in front of it."""
    words = vocabulary(account.language)
    text = account.sentences[person.sentence - 1].text
    start = text.find(person.name.split()[0])
    end = text.find(person.name.split()[-1], max(0, start)) + len(person.name.split()[-1])
    behind = _behind(text[end:], account) if start >= 0 else ""
    before = _last_named(_before(text[: max(0, start)], person, words), calls, words)
    post = words.pattern("people", "posted").search(person.role)
    office = person.role[: post.start()] if post else person.role  # “Ambassador to Norland”
    found = (calls.found(office, words), calls.found(behind, words), before)
    return next((codes[0] for codes in found if codes), "")


def _last_named(text: str, calls: SideNames, words: DraftVocabulary) -> list[str]:
    """The side that stands last in front of an office; none of two that “and” joins.

    One that does something with its holder is another: “a visit to Norland by Minister …”.
    """
    for post in words.pattern("people", "posted").finditer(text):
        if len(text[post.end() :].split()) == 1:  # “the US ambassador in Norland”
            text = text[: post.start()]
            break
    for each in (words.pattern("people", "with"), words.pattern("event", "meeting")):
        text = text[max((match.end() for match in each.finditer(text)), default=0) :]
    heads = [text[: match.start()].split()[-1:] for match in words.conjunctions.finditer(text)]
    is_shared = any(calls.found(" ".join(head), words) for head in heads[-1:])
    return [] if is_shared else calls.found(text, words)[-1:]


def _before(text: str, person: Attendee, words: DraftVocabulary) -> str:
    """What belongs to the name behind it; not “of Goa” in “Bo Day of Goa and Mayor Ann Lee”."""
    if not words.is_spaced:  # nothing parts “俄外长” from who meets him
        return text[-_ADJOINING - len(person.role) :]
    text = without_honorific(text, words)[0].rstrip(", " if person.role else " ")
    text = text.removesuffix(person.role).removesuffix(person.role.partition(" ")[2])[-_BEFORE:]
    clause = _ENDS.split(text)[-1]
    rests = ((match.end(), clause[match.end() :].lstrip())
             for match in words.conjunctions.finditer(clause))  # fmt: skip
    ends = (end for end, rest in rests if not rest or words.titles.match(rest))
    return clause[max(ends, default=0) :]


def _behind(text: str, account: SourceAccount) -> str:
    """What a name is joined to: “Ann Lee of Norway”, “Ann Lee (Norway)”, “Ann Lee, a minister”."""
    bracket = re.match(r"\s*\(([^()]*)\)", text)
    if bracket:
        return bracket[1]
    known = vocabulary(account.language)
    apposed = re.match(r",\s+([^,;:.!?]+)(?=[,;:.!?])", text)
    relatives = known.pattern("event", "relatives")
    joins = apposed and (known.conjunctions.match(apposed[1]) or relatives.match(apposed[1]))
    if apposed and not joins and known.pattern("people", "roles").search(apposed[1][:_NEAR]):
        return apposed[1]
    small, *words = re.split(r"[,;:.!?]", text)[0].split() or [""]
    belonging = known.language.sides.belonging
    joined = pattern(belonging, known.language.script).stands_for(small)
    return " ".join(words[:_BEHIND]) if joined else ""


def _of_sources(
    accounts: Sequence[SourceAccount],
    people: People,
    calls: SideNames,
    of_person: Mapping[str, str],
    parties: Collection[str],
) -> Iterator[tuple[str, str]]:
    """Whose account each source is: its publisher names the party, or calls all others foreign."""
    for account in accounts:
        named = calls.found(account.issuer, vocabulary(account.language))
        here = [person.name for person in _of_countries(account, people, calls)]
        foreign = {of_person[name] for name in here if name in of_person}
        is_plain = len(foreign) == 1 and any(name not in of_person for name in here)
        if named[:1] and named[0] in parties:
            yield account.id, named[0]
        elif not named and is_plain and len(parties) == _SIDES:
            yield account.id, next(code for code in parties if code not in foreign)
