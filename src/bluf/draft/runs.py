"""Runs of capitalised words, of which a name is one, without the words that no name has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bluf.draft.parties import is_country
from bluf.draft.vocabulary import DraftVocabulary, vocabulary
from bluf.languages import numbers_in

UPPER = "".join(
    sign
    for block in ((0x41, 0x250), (0x400, 0x530), (0x1E00, 0x1F00))
    for sign in map(chr, range(*block))
    if sign.isupper()
)
"""The capital letters of Latin and Cyrillic, as a class of an expression lists them."""
_WORD = (
    rf"(?:[{UPPER}]\.(?=[{UPPER}]))*[{UPPER}](?:[\w’'ª]*[\wª]|\.)?"
    r"(?:-\w+|(?<=[a-zß-ÿ])-\s\w+)*"
)
_LONGEST = 8
"""A name has at most so many words."""
_SHORT = 3
"""A word so short is no month: “Mar” is a name too."""
INITIAL = 2
"""A letter and its point."""
_ACRONYM = re.compile(rf"[{UPPER}]{{2,}}-[a-zа-я]{{1,3}}\Z")
"""An acronym with an ending: “UN-a”."""
_LONGEST_ARTICLE, _LONGEST_ROLE = 8, 30
_SPOKEN = 4
_UNSPOKEN = re.compile(r"[^AEIOUYÀ-Ý]{3}\Z|\A[^AEIOUYÀ-Ý]+\Z")
_FIRST_NAMES = frozenset({"Dominique", "Jordan", "Chad", "Georgia", "Israel"})
"""First names that are countries too."""
_PAIR, _LONGEST_BODY = 2, 5
_OF = "de"
_ACRONYMS = (2, 3, 4)
_OPENING, _CLOSING = frozenset('“„«"'), frozenset('”“»"')
_HANDLES = frozenset("@#")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_IRISH = "OО"
"""The letter of “O’Hara”, in both scripts."""
_ROMAN = re.compile(r"[IVX]+\Z")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_HEADLINE, _LEAST_WORDS = 160, 4

Span = tuple[int, int]


def is_headline(text: str, words: DraftVocabulary) -> bool:
    """Whether a line bears capitals on all its longer words, so that they tell no name."""
    if words.language.capitals != "names" or len(text) > _LONGEST_HEADLINE or text[-1:] == ".":
        return False
    long = _LONG_WORD.findall(text)
    small = sum(word[0].islower() for word in long)
    return len(long) >= _LEAST_WORDS and small * _LEAST_WORDS * 2 <= len(long)


def is_acronym(name: str) -> bool:
    """Whether a word in capitals cannot be spoken as a name is."""
    return name.isupper() and (len(name) < _SPOKEN or _UNSPOKEN.search(name) is not None)


def runs(text: str, words: DraftVocabulary, *, is_list: bool = False) -> tuple[Span, ...]:
    """Runs of capitalised words, cut at each word that no name has."""
    return _runs(text, words.tag, is_list=is_list)


@lru_cache(maxsize=512)
def _runs(text: str, tag: str, *, is_list: bool) -> tuple[Span, ...]:
    words, found = vocabulary(tag), []
    particles = frozenset(word for word in words.language.people.particles if len(word) > 1)
    link = "|".join(map(re.escape, particles)) or r"(?!)"
    pattern = rf"{_WORD}(?:\s+(?:(?:{link})\s+)*{_WORD})*"
    for match in re.finditer(pattern, text):
        pieces = [
            (match.start() + piece.start(), match.start() + piece.end())
            for piece in re.finditer(r"\S+", match.group())
        ]
        for run in _parts(text, pieces, words, particles):
            if len(run) <= _LONGEST and not _is_initials(text, run, is_list=is_list):
                begin = _behind_bodies(text, _without_acronym(text, run, words), words)
                if begin is None:
                    continue
                span = (_behind_role(text, (begin, run[-1][1]), words), run[-1][1])
                if span[0] < span[1] and not _is_none(text, span, words):
                    found.append(span)
    return tuple(found)


def _behind_role(text: str, span: Span, words: DraftVocabulary) -> int:
    """Where a run begins behind the office that runs into it: “secrétaire d’État Ana Luz”."""
    start, end = span
    for role in words.offices.finditer(text, max(0, start - _LONGEST_ROLE), end):
        if role.start() < start < role.end():
            rest = text[role.end() : end]
            start = end - len(rest.lstrip()) if rest[:1] == " " else end
    return start


def _parts(
    text: str, pieces: list[Span], words: DraftVocabulary, particles: frozenset[str]
) -> Iterator[list[Span]]:
    """The parts of a run between words that no name has; one before an office is part of that."""
    run: list[Span] = []
    for piece in (*pieces, None):
        if piece is not None and not _is_no_name(text[slice(*piece)], words.tag, known=bool(run)):
            run.append(piece)
            continue
        while run and text[slice(*run[0])].lower() in particles:
            run.pop(0)
        while run and text[slice(*run[-1])].lower() in particles:
            run.pop()
        if run and not _leads(text, piece, words):
            yield run
        run = []


def _behind_bodies(text: str, run: list[Span], words: DraftVocabulary) -> int | None:
    """Where the name in a run begins; None where the run names an institution or a thing.

    Where words take endings, that name stands in front: “predsednik Sindikata Ivo Ilić”.
    """
    bodies = words.pattern("people", "bodies")
    found = [
        at for at, piece in enumerate(run) if bodies.stands_for(text[slice(*piece)].strip("."))
    ]
    if not found:
        return run[0][0]
    behind = len(run) - found[-1] - 1
    is_in_front = words.words("people", "middle") and behind
    if words.language.capitals == "nouns":  # “Jugendbeirat Ann Lee”
        is_in_front = behind == _PAIR
    rest = run[found[-1] + 1 :]
    while len(rest) > _PAIR and is_country(text[slice(*rest[0])], words):
        rest = rest[1:]  # “ministra Republike Srbije Ive Ilića”
    return rest[0][0] if is_in_front else None


def _without_acronym(text: str, run: list[Span], words: DraftVocabulary) -> list[Span]:
    """A run without the short name of an institution in front: “LVB Max Hafner”.

    Two letters behind an office are initials: “Minister AK Momen”.
    """
    first, *rest = (text[slice(*piece)] for piece in run)
    is_acronym = len(first) in _ACRONYMS and first.isupper() and first.isalpha()
    is_genitive = bool(words.words("people", "genitives"))  # “predsednica RS Ana Ilić”
    if len(first) == _PAIR and not is_genitive and words.ends_in_office(text[: run[0][0]]):
        return run
    return run[1:] if is_acronym and len(rest) > 1 and not rest[0].isupper() else run


def _is_none(text: str, span: Span, words: DraftVocabulary) -> bool:
    """Whether a run is nobody's name: behind an article, in quotation marks, before its noun.

    The noun is that of a body: “Амурской области”.
    """
    start, end = span
    before = text[max(0, start - _LONGEST_ARTICLE) : start].split()
    is_field = before[-2:-1] == ["of"] and len(text[start:end].split()) > _PAIR
    if before and not is_field and words.pattern("people", "articles").stands_for(before[-1]):
        return True
    sign = text[max(0, start - 1) : start]
    is_quoted = sign in _OPENING and text[end : end + 1] in _CLOSING
    if is_quoted or sign in _HANDLES or _is_of_body(text[:start], words):
        return True
    noun = _NEXT_WORD.match(text, end) if words.words("people", "genitives") else None
    return noun is not None and words.pattern("people", "bodies").stands_for(noun[1])


def _is_of_body(before: str, words: DraftVocabulary) -> bool:
    """Whether a run ends the name of an institution: “Instituto Municipal de Música Ana Luz”."""
    if _OF not in words.words("people", "of"):
        return False  # what an institution is of stands before its noun, or in the genitive
    for word in reversed(before.split()[-_LONGEST_BODY:]):
        is_part = word[0].isupper() or word in words.language.people.particles
        is_office = words.pattern("people", "roles").stands_for(word.lower())
        if not is_part or not word[-1].isalnum() or is_office:
            return False
        if words.pattern("people", "bodies").stands_for(word):
            return True
    return False


def _is_initials(text: str, run: list[Span], *, is_list: bool) -> bool:
    """Whether a run has no name in it: initials alone, or one word in capitals outside a list."""
    return all(
        end - start <= INITIAL or (len(run) == 1 and not is_list and is_acronym(text[start:end]))
        for start, end in run
    )


def _leads(text: str, piece: Span | None, words: DraftVocabulary) -> bool:
    """Whether an office in capital letters follows at once: “Regional President Ann Lee”."""
    if piece is None or text[piece[1] : piece[1] + 1] == ":":
        return False  # “Mrs Prior Councillors: …”
    word = text[slice(*piece)].strip(".,").lower()
    return words.pattern("people", "roles").stands_for(word)


@lru_cache(maxsize=2048)
def _is_no_name(word: str, tag: str, *, known: bool) -> bool:
    """Whether a word is none of a name; ``known`` is whether one of it stands before."""
    words = vocabulary(tag)
    bare = word.strip(".,'’").lower()
    particles = words.language.people.particles
    if word in particles or (known and bare in particles):
        return False
    return (
        bare in words.stop
        or (word[1:2] in {"'", "’"} and word[0] not in _IRISH)
        or (word.isupper() and bool(_ROMAN.match(word) or numbers_in([bare], tag)))
        or _ACRONYM.match(word) is not None
        or any(sign.isdigit() for sign in word)
        or any(map(words.titles.stands_for, (bare, f"{bare}.", *bare.split("-"))))
        or words.reporting.stands_for(bare)
        or (not known and word not in _FIRST_NAMES and is_country(word.strip(".,"), words))
        or (len(bare) > _SHORT and words.calendar.stands_for(bare))
    )
