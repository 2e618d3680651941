"""Names of people in a sentence, each with the office that stands beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.draft.parties import is_country

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.draft.vocabulary import Vocabulary

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮĶŁĻŃŅŇŐŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚЀ-ЯҐЃЌ"
_WORD = rf"[{_UPPER}](?:[\w’'ª]*[\wª]|\.)?(?:-\w+|(?<=[a-zß-ÿ])-\s\w+)*"
_NEAR = 90
"""An office stands at most so many characters before a name, or behind its comma."""
_LONGEST = 8
_SHORT = 3
"""A word so short is no month: “Mar” is a name too."""
_OFFICE_OF = re.compile(r"\b(?:of|for|für|pour|para)\s+\Z")
_FIELD = re.compile(r"\b(?:de|del|y|e|of|and|und|für|des|et|du|da|do|dos|das|la)\s+\Z")
_PAIR = 2
_INITIAL = 2
"""A letter and its point."""
"""A name has at most so many words."""
_SIGNS = re.compile(r"[;:()!?«»\"“”„]|(?<=\w{3})[.](?=\s)")
_TITLED = re.compile(r"\W{0,2}\Z")
_WORDS = re.compile(r"\b[^\W\d_]{2,}\b")
_ACRONYM = re.compile(rf"[{_UPPER}]{{2,}}-[a-zа-я]{{1,3}}\Z")
"""An acronym with an ending: “UN-a”."""
_MOST_BETWEEN = 9
"""An office has at most so many words of its own: “Minister of Foreign Affairs of …”."""


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


def people_in(text: str, words: Vocabulary, *, is_list: bool = False) -> list[Person]:
    """People named in a sentence in a script with capital letters.

    Args:
        text: The sentence, or a line of a roll call.
        words: The lists of its language.
        is_list: Whether names without an office count too.
    """
    found: list[Person] = []
    behind = 0
    for start, end in _runs(text, words):
        if _FIELD.search(text[:start]) and text[end : end + 1] == ",":
            continue  # the field of an office: “minister of Labour and Welfare, Ann Lee”
        person = _person(text, (behind, start, end), words, is_list=is_list)
        if person:
            found.append(person)
            behind = end
    return found


def _person(
    text: str, span: tuple[int, int, int], words: Vocabulary, *, is_list: bool
) -> Person | None:
    """The person of one run of capitalised words, if it is one.

    ``span`` is where the person before ends, where the run begins and where it ends.
    """
    behind, start, end = span
    start = _behind_office(text, start, end)
    start = _behind_genitive(text, start, end, words)
    name = " ".join(text[start:end].split())
    before = text[max(behind, start - _NEAR) : start]
    clause = before[max((m.end() for m in _SIGNS.finditer(before)), default=0) :]
    role = _role_before(clause, words)
    is_titled = bool(role) and bool(_TITLED.search(clause[len(clause) - len(clause.lstrip()) :]))
    is_titled = is_titled and _follows(clause, words)
    if role is None:
        role = _role_behind(text[end:], words)
    honoured = words.honorifics.search(clause[-12:]) is not None
    if " " not in name and not (is_titled or honoured):
        return None
    if role is None and not (honoured or is_list):
        return None
    return Person(_spelt(name), role or "", start, end)


def _behind_office(text: str, start: int, end: int) -> int:
    """Where a name begins that follows the field of an office: “Minister of Transport Ann Lee”."""
    pieces = [start + piece.start() for piece in re.finditer(r"\S+", text[start:end])]
    is_field = len(pieces) > _PAIR and _OFFICE_OF.search(text[:start])
    return pieces[-_PAIR] if is_field else start


def _behind_genitive(text: str, start: int, end: int, words: Vocabulary) -> int:
    """Where a name begins behind the place of an office: “predsednik Srbije Ivo Ilić”."""
    first, *rest = text[start:end].split()
    endings = words.words("people", "genitives")
    is_place = len(rest) >= _PAIR and first.endswith(endings) and not first.endswith(rest[0][-1:])
    return start + len(first) + 1 if endings and is_place else start


def _follows(clause: str, words: Vocabulary) -> bool:
    """Whether a clause ends in an office, or in a word that belongs to one."""
    last = [*words.pattern("people", "roles").finditer(clause)]
    return bool(last) and not _WORDS.search(clause[last[-1].end() :])


def _spelt(name: str) -> str:
    """A name whose surname is in capitals, as it is written elsewhere."""
    return " ".join(
        part.title() if len(part) > _INITIAL and part.isupper() and not part.endswith(".") else part
        for part in name.split()
    )


def _runs(text: str, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, without those that are no part of a name."""
    particles = [word for word in words.language.people.particles if len(word) > 1]
    link = "|".join(map(re.escape, particles)) or r"(?!)"
    pattern = rf"{_WORD}(?:\s+(?:(?:{link})\s+)*{_WORD})*"
    for match in re.finditer(pattern, text):
        pieces = [
            (match.start() + piece.start(), match.start() + piece.end())
            for piece in re.finditer(r"\S+", match.group())
        ]
        yield from _split(text, pieces, words, frozenset(particles))


def _split(
    text: str, pieces: list[tuple[int, int]], words: Vocabulary, particles: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The parts of a run between words that no name has; one before an office is part of that."""
    run: list[tuple[int, int]] = []
    for piece in (*pieces, None):
        if piece is not None and not _is_no_name(text[slice(*piece)], words):
            run.append(piece)
            continue
        while run and text[slice(*run[0])].lower() in particles:
            run.pop(0)
        while run and text[slice(*run[-1])].lower() in particles:
            run.pop()
        if (
            run
            and len(run) <= _LONGEST
            and not _is_initials(text, run)
            and not _leads(text, piece, words)
        ):
            yield run[0][0], run[-1][1]
        run = []


def _is_initials(text: str, run: list[tuple[int, int]]) -> bool:
    """Whether a run has no name in it: initials alone, or one word in capitals."""
    return all(
        end - start <= _INITIAL or (len(run) == 1 and text[start:end].isupper())
        for start, end in run
    )


def _leads(text: str, piece: tuple[int, int] | None, words: Vocabulary) -> bool:
    """Whether an office in capital letters follows at once: “Regional President Ann Lee”."""
    if piece is None:
        return False
    word = text[slice(*piece)].strip(".,").lower()
    return words.pattern("people", "roles").fullmatch(word) is not None


def _is_no_name(word: str, words: Vocabulary) -> bool:
    bare = word.strip(".,'’").lower()
    if word in words.language.people.particles:
        return False
    return (
        bare in words.stop
        or word[1:2] in {"'", "’"}
        or _ACRONYM.match(word) is not None
        or any(sign.isdigit() for sign in word)
        or words.pattern("people", "roles").fullmatch(bare) is not None
        or words.honorifics.fullmatch(bare) is not None
        or words.honorifics.fullmatch(f"{bare}.") is not None
        or is_country(word.strip(".,"), words)
        or (len(bare) > _SHORT and words.calendar.fullmatch(bare) is not None)
    )


def _role_before(clause: str, words: Vocabulary) -> str | None:
    roles = list(words.pattern("people", "roles").finditer(clause))
    if not roles:
        return None
    between = clause[roles[-1].end() :]
    if len(_WORDS.findall(between)) > _MOST_BETWEEN or words.pattern("event", "meeting").search(
        between
    ):
        return None
    return _phrase(clause[_begin(roles) :])


def _role_behind(rest: str, words: Vocabulary) -> str | None:
    match = re.match(rf",\s+((?:[^,;.:]|\.(?!\s)){{3,{_NEAR}}})", rest)
    if match is None:
        return None
    office = words.pattern("people", "roles").search(match[1])
    return _phrase(match[1]) if office and office.start() < _NEAR // 3 else None


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
