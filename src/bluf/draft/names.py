"""Names of people in a sentence, each with the office that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from bluf.draft.baseform import is_declined
from bluf.draft.parties import is_country
from bluf.draft.places import has_place, without_places
from bluf.draft.runs import INITIAL, UPPER, is_acronym, is_headline, runs
from bluf.draft.vocabulary import DraftVocabulary
from bluf.model import Strength

_NEAR = 90
"""An office stands at most so many characters before a name, or behind its comma."""
_FIELD = rf"\s[{UPPER}][\w-]+"
_FIELDS = rf",(?=(?:{_FIELD},)*{_FIELD}\s[^\W{UPPER}]{{1,3}}{_FIELD}(?:,|\s\w{{2,3}}\s))"
"""The comma between the fields of one office: “Economy, Trade and Industry of Japan”."""
_JOINT = 2
"""A space or a hyphen stands between two words of one office."""
_OFFICE_OF = re.compile(r"\b(?:of(?:\s+the)?|for|für|pour|para)\s+\Z")
_RESOLVED = ("request", "motion", "carried", "lost", Strength.DECIDED.value)
"""Words in capitals may be the verb of a resolution: “BE REQUESTED”, “NOT CARRIED”."""
_ASKED = ("request", "asking", Strength.WELCOMED.value)
_ATTACHED = re.compile(r"\w{1,4}\.(?=\w{2})")
"""A title without a blank behind it: “M.Jean Luz”."""
_PAIR = 2
_SIGNS = re.compile(r"[;()!?«»\"“”„]|:(?!\s*\Z)|(?<=\w{3})[.](?=\s)")
_WORDS = re.compile(r"\b[^\W\d_]{2,}\b")
_MOST_BETWEEN = 14
"""An office has at most so many words of its own: “Minister of Foreign Affairs of …”."""
_NUMBER = re.compile(r"\d")
_COUNTED = re.compile(r"(?:\s\w{1,3})?\s(?=\d+\s[^\W\d_])")
"""How many others came stands behind the last office: “the Clerk and 3 members of the public”."""
_RETIRED = re.compile(r"\((?:R|[Rr]etd?|[seiE]|[A-Z]{2,3}(?=\)\s[A-Z]))\.?\)|®")
"""What an officer who has left bears, who stands in for a minister: “(s)”, and offices in short."""
_ROLL = re.compile(rf"[^:]*:\s*[{UPPER}]\w+(?:,\s+(?:\w+\s+)?[{UPPER}]\w+){{2,}}\.?")
_BROKEN = re.compile(r"(?<=[^\W\d_])-\s+(?=[^\W\d_])")
"""The hyphen of a name at the end of a line."""
_BESIDE = re.compile(
    r"(?:\s*\([^()]{1,40}\))?(?:\s*,?\s+(\w{1,3})\s+[^\W\d_][^,;:()]{0,40}(?=[,;:]))?"
    r"\s*[,;:]?\s*(?:(\w{1,3})\s+)?(?:\w{1,3}\s+(?!of\s|in\s)[^\W\d_]+,?\s+)?\Z"
)
"""What stands between two names of one list: a place in brackets, “of Goa”, a comma, “and”."""
_SHORTENED = {"Mª": "María", "Mª.": "María"}
_PARTED = re.compile(r"\s|\.\w\w")
_POSSESSIVE = re.compile(r"[’']s\Z")


class Person(Struct, frozen=True):
    """Somebody whom a sentence names, and the office beside the name.

    Attributes:
        reach: Where the office ends that stands behind it; 0 where none does.
        beside: Whether a list names somebody right before.
    """

    name: str
    role: str
    start: int
    end: int
    reach: int = 0
    beside: bool = False


def people_in(
    text: str, words: DraftVocabulary, *, is_list: bool = False, is_of_meeting: bool = False
) -> list[Person]:
    """People named in a sentence in a script with capital letters.

    Without an office those count who stand in a list, or whom somebody met at a meeting.
    """
    if not is_list and (is_headline(text, words) or text.isupper()):
        return []
    written = text
    text = _RETIRED.sub(lambda match: " " * len(match.group()), without_places(text, words.tag))
    found: list[Person] = []
    last = 0
    for start, end in runs(text, words, is_list=is_list):
        behind = found[-1].end if found else 0
        if found and found[-1].reach <= start:
            behind = max(behind, found[-1].reach)
        gap = text[found[-1].end : start].lstrip() if found else ""
        if gap[:1] == "(" and ")" not in gap and ")" in text[end:]:
            continue  # whom or what somebody came for: “Ann Lee (Rail Trust)”
        is_met = is_of_meeting and _is_with(text[:start], words)
        person = _person(text, (behind, start, end), words, is_list=is_list or is_met)
        is_beside = bool(found) and _is_beside(text[last:start], words)
        if person is None and is_beside:
            person = _beside(text, (start, end), found, words)
            last = end
        if person:
            found = _without_office_of(found, person)
            found.append(replace(_as_written(person, written), beside=is_beside))
            last = end
    return found


def _as_written(person: Person, text: str) -> Person:
    """Somebody with the office as the text has it: places in it were made small."""
    start = text.lower().find(person.role.lower())
    return replace(person, role=text[start : start + len(person.role)]) if start >= 0 else person


def _without_office_of(found: list[Person], person: Person) -> list[Person]:
    """The people before somebody, without an office that is the one of the new one."""
    *before, last = found or [person]
    is_shared = found and person.role and last.reach > person.start and person.role in last.role
    return [*before, replace(last, role="", reach=0)] if is_shared else found


def _is_with(before: str, words: DraftVocabulary) -> bool:
    """Whether “with” or “by” stands before a run."""
    return words.pattern("people", "with").stands_for("".join(before.split()[-1:]))


def _beside(
    text: str, span: tuple[int, int], found: Sequence[Person], words: DraftVocabulary
) -> Person | None:
    """Somebody whom a list names behind others: “Mayor Ann Lee, Bo Day and Cy Fox”."""
    start, end = span
    name = " ".join(text[start:end].split())
    is_like = (" " in name or " " not in found[-1].name) and not has_place(name, words.tag)
    return Person(spelt(name, words), "", start, end) if is_like else None


def _is_beside(between: str, words: DraftVocabulary) -> bool:
    """Whether what stands between two names is what a list has there; no “of” ends it."""
    honorific = words.honorifics.search(between)
    gap = between[: honorific.start()] if honorific else between
    match = _BESIDE.fullmatch(gap) if gap.strip() else None
    if match is None:
        return False
    of = words.pattern("people", "of")
    is_place = match[1] is None or of.stands_for(match[1])
    return is_place and not (match[2] and of.stands_for(match[2]))


def _person(
    text: str, span: tuple[int, int, int], words: DraftVocabulary, *, is_list: bool
) -> Person | None:
    """The person of one run of capitalised words, if it is one.

    ``span`` is where the person before ends, where the run begins and where it ends.
    """
    behind, start, end = span
    attached = _ATTACHED.match(text, start)
    if attached and words.honorifics.stands_for(attached.group()):
        start = attached.end()
    start = _behind_office(text, start, end, words)
    name = " ".join(text[start:end].split())
    is_resolved = name.isupper() and words.pattern("says", *_RESOLVED).search(name)
    if is_resolved or _is_land(name, words):
        return None
    before, honoured = without_honorific(text[max(behind, start - _NEAR) : start], words)
    clause = before[max((m.end() for m in _SIGNS.finditer(before)), default=0) :]
    role, reach = _role_before(clause, words), 0
    is_titled = bool(role) and _follows(clause, words)
    if role is None and (office := _role_behind(text[end:], words, is_list=is_list)):
        role, reach = office[0], end + office[1]
    if not honoured and (
        _is_of_office(clause, name, words) or (not is_titled and _is_in_place(text[:start], words))
    ):
        return None
    is_sure = honoured or (is_titled and not is_acronym(name)) or _PARTED.search(name)
    if not (is_sure or (is_list and _is_of_roll(text, start, words))):
        return None
    if role and words.conjunctions.stands_for(role.rpartition(" ")[2]):
        return None  # “Secretary for South and Central Asia”
    if role is None and not honoured and not (is_list and _may_be_bare(text, start, end, words)):
        return None
    return Person(spelt(name, words), role or "", start, end, reach)


def _is_land(name: str, words: DraftVocabulary) -> bool:
    """Whether a run is a country, or “OF NORLAND” behind an office in capitals."""
    of, _, place = name.partition(" ")
    is_of = words.pattern("people", "of").stands_for(of.lower())
    return is_country(place.title() if is_of else name, words)


def _is_of_roll(text: str, start: int, words: DraftVocabulary) -> bool:
    """Whether a name stands in a roll call of first names alone: “Present: Ann, Bo, Cy”."""
    head = text[:start].partition(":")
    present = words.pattern("event", "present").search(head[0])
    return bool(head[1] and present and _ROLL.fullmatch(text))


def _is_of_office(clause: str, name: str, words: DraftVocabulary) -> bool:
    """Whether a run only says where an office is: “mayor of Porthaven”, “predsednik Srbije”.

    Where words take endings it stands in the genitive, and the office does not.
    """
    last = [*words.pattern("people", "roles").finditer(clause)]
    if not last:
        return False
    between = clause[last[-1].end() :].strip()
    if any(map(words.pattern("people", "of").stands_for, between.split()[-1:])):
        return True
    genitives = words.words("people", "genitives")
    is_genitive = all(part.endswith(genitives) for part in name.split()) if genitives else False
    is_woman = name.endswith(words.words("people", "women") or ("-",))
    return not between and is_genitive and not is_woman and not is_declined(last[-1].group(), words)


def _may_be_bare(text: str, start: int, end: int, words: DraftVocabulary) -> bool:
    """Whether a name in a list may stand without an office: it is none of a place."""
    before = text[:start].split()[-2:]
    is_from = len(before) == _PAIR and before[0].endswith(",")
    is_from = is_from and words.pattern("people", "of").stands_for(before[1])
    is_place = _is_in_place(text[:start], words) or has_place(text[start:end], words.tag)
    return not (is_from or is_place)


def _is_in_place(before: str, words: DraftVocabulary) -> bool:
    """Whether what stands before a run is followed by a place: “in”, “município de”."""
    near = before[-_NEAR:].rstrip()
    ends = {match.end() for match in words.pattern("place", "before").finditer(near)}
    return len(near) in ends


def _behind_office(text: str, start: int, end: int, words: DraftVocabulary) -> int:
    """Where a name begins that follows the field or the place of an office.

    “Director of Ferries Ann Lee”, “predsednik opštine Luka Ivo Ilić”: a name that needs no more
    than two words gives up the first, where an office, a body or a preposition does need it.
    """
    pieces = [start + piece.start() for piece in re.finditer(r"\S+", text[start:end])]
    if len(pieces) > _PAIR and _OFFICE_OF.search(text[:start]):
        return pieces[-_PAIR]
    if not words.words("people", "genitives"):
        return start
    last = "".join(word for word in text[:start].split()[-1:] if word.islower())
    is_of = words.pattern("people", "of").stands_for(last)
    is_body = len(pieces) > _PAIR and words.pattern("people", "bodies").stands_for(last)
    if is_body or (is_of and len(pieces) >= _PAIR):
        pieces.pop(0)
    while len(pieces) > _PAIR and _is_place(text[pieces[0] : end].split(), words):
        of = text[pieces.pop(0) : pieces[0]].strip()
        if len(pieces) > _PAIR and of.endswith(words.words("people", "adjectives") or ("-",)):
            pieces.pop(0)  # the noun of an adjective: “Novog Sada”
    return pieces[0]


def _is_place(names: Sequence[str], words: DraftVocabulary) -> bool:
    """Whether the first word stands in the genitive, as the place of an office, and no other."""
    first, second = names[:_PAIR]
    is_whole = len(names) == _PAIR + 1 and words.pattern("people", "middle").stands_for(second)
    return first.endswith(words.words("people", "genitives")) and not (
        is_whole or first[-1] == second[-1]
    )


def _follows(clause: str, words: DraftVocabulary) -> bool:
    """Whether a clause ends in an office, or in a word that belongs to one."""
    last = [*words.pattern("people", "roles").finditer(clause)]
    return bool(last) and not _WORDS.search(clause[last[-1].end() :])


def spelt(name: str, words: DraftVocabulary) -> str:
    """A name whose surname is in capitals, as it is written elsewhere."""
    particles = words.language.people.particles
    parts = _POSSESSIVE.sub("", _BROKEN.sub("-", name)).split()
    spelt_out = (_SHORTENED.get(part, part) for part in parts)
    return " ".join(_small(part, particles) if part.isupper() else part for part in spelt_out)


def _small(part: str, particles: Sequence[str]) -> str:
    if len(part) > 1 and part.lower() in particles:
        return part.lower()
    return part.title() if len(part) > INITIAL and not part.endswith(".") else part


def _role_before(clause: str, words: DraftVocabulary) -> str | None:
    roles = list(words.pattern("people", "roles").finditer(clause))
    if not roles:
        return None
    between = clause[roles[-1].end() :]
    _, comma, last = between.rpartition(",")
    if comma and words.pattern("people", "with").search(last):
        return None  # “as vice-chair, with Ann Lee”
    others = (words.pattern("event", "meeting"), words.pattern("says", *_ASKED), _NUMBER)
    small = " ".join(word for word in between.split() if word.islower())
    is_verb = (
        any(each.search(between) for each in others)  # “the chair asks Ann Lee”
        or words.reporting.search(small)  # “the chair confirmed Ann Lee had …”
        or (" " in between.strip() and _is_with(between, words))  # “the chair speaks with Ann Lee”
    )
    is_long = len(_WORDS.findall(between)) > _MOST_BETWEEN
    return None if is_verb or is_long else _phrase(clause[_begin(clause, roles, words) :])


def without_honorific(before: str, words: DraftVocabulary) -> tuple[str, bool]:
    """What stands before a name, without “Mr.” or “Prof.”, and whether one was there."""
    found = [*words.honorifics.finditer(before)]
    start = len(before)
    while found and not before[found[-1].end() : start].strip(" ."):
        start = found.pop().start()
    return before[:start], start < len(before)


def _role_behind(
    rest: str, words: DraftVocabulary, *, is_list: bool = False
) -> tuple[str, int] | None:
    """The office behind a name: behind a comma, or at once, as “Ivo Ilić predsednik …”; its end.

    In a list a dash may stand there.
    """
    sign = r",|\s[–—-]" if is_list else ","
    match = re.match(rf"({sign})?\s+((?:[^,;.:(]|\.(?!\s)|{_FIELDS}){{3,{_NEAR}}})", rest)
    if match is None:
        return None
    said = _COUNTED.split(match[2])[0]
    if said[-1:].isalnum() and rest[match.end() :][:1].isalnum():
        said = said.rpartition(" ")[0]
    office = words.pattern("people", "roles").search(said)
    joins = office and words.conjunctions.search(said, 0, office.start())
    if joins and words.pattern("people", "articles").match(said, joins.end() + 1):
        return None  # “Ann Lee, Bo Day and the Clerk”
    if office and words.pattern("event", "meeting").search(said, 0, office.start()):
        return None  # “Ann Lee, received the Ambassador of …”
    if any(map(words.pattern("people", "of").stands_for, said.split(maxsplit=1)[:1])):
        return None  # “…, in Oslo Bo Day, and Ambassador Cy Fox”
    farthest = _NEAR // 3 if match[1] else 0
    return (_phrase(said), match.end()) if office and office.start() <= farthest else None


def _begin(clause: str, roles: list[re.Match[str]], words: DraftVocabulary) -> int:
    """Where the phrase of the last office begins, with the one that runs into it.

    So does that of a deputy who holds both, of one “to the President”, and words as “Caretaker”.
    """
    begin = roles[-1].start()
    deputies = words.pattern("people", "deputies")
    for role in reversed(roles[:-1]):
        joint = clause[role.end() : begin]
        if _is_held_for(joint.split(), words):
            joint = ""
        both = words.conjunctions.stands_for("".join(joint.split()[-1:]))
        if len(joint) > (_NEAR if both and deputies.match(role.group()) else _JOINT):
            break
        begin = role.start()
    before = clause[:begin].split()
    while len(before) > 1 and words.pattern("people", "ranks").stands_for(before[-1]):
        begin = clause.rindex(before.pop(), 0, begin)
    return begin


def _is_held_for(joint: Sequence[str], words: DraftVocabulary) -> bool:
    """Whether the words between two offices make them one: “Adviser to the President”."""
    tables = (words.pattern("people", name) for name in ("posted", "articles"))
    return len(joint) == _PAIR and all(
        table.stands_for(word) for table, word in zip(tables, joint, strict=True)
    )


def _phrase(text: str) -> str:
    return " ".join(text.split()).strip(" ,.:-–—")
