"""Names of people in a sentence, each with the office that stands beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.draft.baseform import is_declined
from bluf.draft.places import has_place, without_places
from bluf.draft.runs import INITIAL, is_acronym, is_headline, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluf.draft.vocabulary import DraftVocabulary

_NEAR = 90
"""An office stands at most so many characters before a name, or behind its comma."""
_OFFICE_OF = re.compile(r"\b(?:of(?:\s+the)?|for|für|pour|para)\s+\Z")
_ATTACHED = re.compile(r"\w{1,4}\.(?=\w{2})")
"""A title without a blank behind it: “M.Jean Luz”."""
_FIELD = re.compile(r"\b(?:de|del|y|e|of|and|und|für|des|et|du|da|do|dos|das|la)\s+\Z")
_PAIR = 2
_SIGNS = re.compile(r"[;()!?«»\"“”„]|:(?!\s*\Z)|(?<=\w{3})[.](?=\s)")
_TITLED = re.compile(r"\W{0,2}\Z")
_WORDS = re.compile(r"\b[^\W\d_]{2,}\b")
_MOST_BETWEEN = 14
"""An office has at most so many words of its own: “Minister of Foreign Affairs of …”."""
_RETIRED = re.compile(r"\((?:R|[Rr]etd?)\.?\)|®")
"""What an officer who has left bears before or behind his name."""
_BROKEN = re.compile(r"(?<=[^\W\d_])-\s+(?=[^\W\d_])")
"""The hyphen of a name at the end of a line."""
_BESIDE = re.compile(
    r"(?:\s*\([^()]{1,40}\))?\s*[,;]?\s*(?:\w{1,3}\s+)?(?:\w{2,3}\s+[^\W\d_]+,\s+)?\Z"
)
"""What stands between two names of one list: a place in brackets, a comma, “and”, “of Goa,”."""


class Person(Struct, frozen=True):
    """Somebody whom a sentence names.

    Attributes:
        name: The name as it stands there.
        role: The office beside it; empty where there is none.
        start: Where the name stands.
        end: Where it ends.
    """

    name: str
    role: str
    start: int
    end: int


def people_in(
    text: str, words: DraftVocabulary, *, is_list: bool = False, is_of_meeting: bool = False
) -> list[Person]:
    """People named in a sentence in a script with capital letters.

    Args:
        text: The sentence, or a line of a roll call.
        words: The lists of its language.
        is_list: Whether names without an office count too.
        is_of_meeting: Whether those do that somebody met with, or was received by.
    """
    if not is_list and is_headline(text, words):
        return []
    text = _RETIRED.sub(lambda match: " " * len(match.group()), without_places(text, words.tag))
    found: list[Person] = []
    for start, end in runs(text, words, is_list=is_list):
        behind = found[-1].end if found else 0
        is_field = _FIELD.search(text[:start]) and text[end : end + 1] == ","
        is_field = is_field and _role_behind(text[end:], words) is None
        if not is_field:  # as in “minister of Labour and Welfare, Ann Lee”
            is_met = is_of_meeting and _is_with(text[:start], words)
            person = _person(text, (behind, start, end), words, is_list=is_list or is_met)
        else:
            person = None
        person = person or _beside(text, (start, end), found, words)
        if person:
            found.append(person)
    return found


def _is_with(before: str, words: DraftVocabulary) -> bool:
    """Whether “with” or “by” stands before a run."""
    last = before.split()[-1:]
    return any(words.pattern("people", "with").fullmatch(word) for word in last)


def _beside(
    text: str, span: tuple[int, int], found: Sequence[Person], words: DraftVocabulary
) -> Person | None:
    """Somebody whom a list names behind others: “Mayor Ann Lee, Bo Day and Cy Fox”."""
    if not found:
        return None
    start, end = span
    between, name = text[found[-1].end : start], " ".join(text[start:end].split())
    honorific = words.honorifics.search(between)
    gap = between[: honorific.start()] if honorific else between
    is_listed = bool(gap.strip()) and _BESIDE.fullmatch(gap) is not None
    is_like = (" " in name or " " not in found[-1].name) and not has_place(name, words.tag)
    return Person(spelt(name, words), "", start, end) if is_listed and is_like else None


def _person(
    text: str, span: tuple[int, int, int], words: DraftVocabulary, *, is_list: bool
) -> Person | None:
    """The person of one run of capitalised words, if it is one.

    ``span`` is where the person before ends, where the run begins and where it ends.
    """
    behind, start, end = span
    attached = _ATTACHED.match(text, start)
    if attached and words.honorifics.fullmatch(attached.group()):
        start = attached.end()
    start = _behind_office(text, start, end, words)
    name = " ".join(text[start:end].split())
    before = text[max(behind, start - _NEAR) : start]
    clause = before[max((m.end() for m in _SIGNS.finditer(before)), default=0) :]
    role = _role_before(clause, words)
    is_titled = bool(role) and bool(_TITLED.search(clause[len(clause) - len(clause.lstrip()) :]))
    is_titled = is_titled and _follows(clause, words)
    if role is None:
        role = _role_behind(text[end:], words)
    honoured = words.honorifics.search(clause[-12:]) is not None
    is_titled_at_once = is_titled and _follows(clause, words)
    if not honoured and (
        _is_of_office(clause, name, words)
        or (not is_titled_at_once and _is_in_place(text[:start], words))
    ):
        return None
    if " " not in name and not (honoured or (is_titled and not is_acronym(name))):
        return None
    if role is None and not honoured and not (is_list and _may_be_bare(text, start, end, words)):
        return None
    return Person(spelt(name, words), role or "", start, end)


def _is_of_office(clause: str, name: str, words: DraftVocabulary) -> bool:
    """Whether a run only says where an office is: “mayor of Porthaven”, “predsednik Srbije”.

    Where words take endings it stands in the genitive, and the office does not.
    """
    last = [*words.pattern("people", "roles").finditer(clause)]
    if not last:
        return False
    between = clause[last[-1].end() :].strip()
    if words.pattern("people", "of").fullmatch(between):
        return True
    genitives = words.words("people", "genitives")
    is_genitive = all(part.endswith(genitives) for part in name.split()) if genitives else False
    is_woman = name.endswith(words.words("people", "women") or ("-",))
    return not between and is_genitive and not is_woman and not is_declined(last[-1].group(), words)


def _may_be_bare(text: str, start: int, end: int, words: DraftVocabulary) -> bool:
    """Whether a name in a list may stand without an office: it is none of a place."""
    return not (_is_in_place(text[:start], words) or has_place(text[start:end], words.tag))


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
    last = text[:start].split()[-1:]
    is_of = any(words.pattern("people", "of").fullmatch(word) for word in last if word.islower())
    is_body = any(
        words.pattern("people", "bodies").fullmatch(word) for word in last if word.islower()
    )
    if (is_of and len(pieces) == _PAIR) or (len(pieces) > _PAIR and (is_of or is_body)):
        pieces.pop(0)
    while len(pieces) > _PAIR and _is_place(text[pieces[0] : end].split(), words):
        of = text[pieces.pop(0) : pieces[0]].strip()
        if len(pieces) > _PAIR and of.endswith(words.words("people", "adjectives") or ("-",)):
            pieces.pop(0)  # the noun of an adjective: “Novog Sada”
    return pieces[0]


def _is_place(names: Sequence[str], words: DraftVocabulary) -> bool:
    """Whether the first word stands in the genitive, as the place of an office, and no other."""
    first, second = names[:_PAIR]
    is_whole = len(names) == _PAIR + 1 and words.pattern("people", "middle").fullmatch(second)
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
    parts = _BROKEN.sub("-", name).split()
    return " ".join(_small(part, particles) if part.isupper() else part for part in parts)


def _small(part: str, particles: Sequence[str]) -> str:
    if len(part) > 1 and part.lower() in particles:
        return part.lower()
    return part.title() if len(part) > INITIAL and not part.endswith(".") else part


def _role_before(clause: str, words: DraftVocabulary) -> str | None:
    roles = list(words.pattern("people", "roles").finditer(clause))
    if not roles:
        return None
    between = clause[roles[-1].end() :]
    if len(_WORDS.findall(between)) > _MOST_BETWEEN or words.pattern("event", "meeting").search(
        between
    ):
        return None
    return _phrase(clause[_begin(roles) :])


def _role_behind(rest: str, words: DraftVocabulary) -> str | None:
    """The office behind a name: behind a comma, or at once, as “Ivo Ilić predsednik …”."""
    match = re.match(rf"(,)?\s+((?:[^,;.:]|\.(?!\s)){{3,{_NEAR}}})", rest)
    if match is None:
        return None
    office = words.pattern("people", "roles").search(match[2])
    farthest = _NEAR // 3 if match[1] else 0
    return _phrase(match[2]) if office and office.start() <= farthest else None


def _begin(roles: list[re.Match[str]]) -> int:
    """Where the phrase of the last office begins, with the one that runs into it."""
    begin = roles[-1].start()
    for role in reversed(roles[:-1]):
        if begin - role.end() > 2:  # noqa: PLR2004 - a space, a hyphen
            break
        begin = role.start()
    return begin


def _phrase(text: str) -> str:
    return " ".join(text.split()).strip(" ,.-–—")
