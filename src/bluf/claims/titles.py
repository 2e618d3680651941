"""The offices that a source gives to somebody, right before or behind the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.claims.gazetteer import codes_of
from bluf.claims.judgement import Basis
from bluf.claims.naming import name_parts, occurrences, spellings
from bluf.claims.source_words import ALPHABETS, SourceWords
from bluf.claims.spelling import script_of
from bluf.claims.vocabulary import WORD
from bluf.languages import language, offices_in, pattern

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan
    from bluf.model import Participant

GENERIC = frozenset({"minister", "secretary", "head", "counterpart"})
"""Kinds of office that more exact ones are of: “Minister Peters” is one for foreign affairs."""
_SAME = frozenset({"foreign_minister", "secretary_of_state"})
_BEFORE, _BEHIND, _LEFT = 60, 40, 30
_COUNTRY_WORDS = 4
"""“the United States of America” is named by fewer."""
_NAMES = re.compile(r"(?:\s+[^\W\d_a-zа-я][\w.’'-]*)*\s*")
_CLAUSE = re.compile(r"[,;:!?()\[\]\n،，、；：（）–—]")
_ANOTHER = re.compile(r"(?:\s+[^\W\d_a-zа-я]\w+){2,}\s*,\s*\w")
"""The name of somebody else, and more: “Mayor Bob Cole, Director” before “Anna Berg”."""
_NO_OFFICE = re.compile(r"[.;:!?\n]")


class Title(Struct, frozen=True):
    """An office of somebody: its kind, its place, and the words around it up to the name."""

    kind: str
    span: SourceSpan
    start: int
    words: str

    @property
    def basis(self) -> Basis:
        """Where it stands."""
        return Basis(self.span, self.start, self.words.strip())


def compatible(kind: str, other: str) -> bool:
    """Whether somebody who has the office of one kind can be told by that of the other."""
    if kind == other or {kind, other} <= _SAME or "counterpart" in {kind, other}:
        return True
    one, two = sorted((kind, other), key=lambda each: each not in GENERIC)
    ends = {"minister": "_minister", "secretary": "secretary_of_state"}
    return one in ends and two.endswith(ends[one])


def titles(desk: ClaimContext, lexis: SourceWords, person: Participant) -> Iterator[Title]:
    """The offices that a source gives to a participant, wherever it names him or her."""
    for start, end in _places(desk, lexis, person):
        country = _country(lexis, end)
        before = list(_before(desk, lexis, person, start))
        for title in before:
            yield replace(title, words=f"{title.words}…{country}") if country else title
        for title in () if before else _behind(lexis, start, end):
            tail = lexis.span.text[end + len(title.words) :][:_LEFT]
            if not any(name in tail for name in _others(desk, person)):
                yield title


def _places(
    desk: ClaimContext, lexis: SourceWords, person: Participant
) -> Iterator[tuple[int, int]]:
    """Where a source names a participant."""
    for name in spellings(person):
        if script_of(name) not in ALPHABETS:
            found = re.finditer(re.escape(name), lexis.span.text)
            yield from (match.span() for match in found)
            continue
        last = name_parts(desk, name)[-1:]
        for start, _, word in (each for part in last for each in occurrences(desk, lexis, part)):
            if not _is_of_another(desk, lexis, person, start):
                yield start, start + len(word)


def beside_name(desk: ClaimContext, lexis: SourceWords, person: Participant) -> Iterator[str]:
    """What stands right before a name in its clause, and behind it after a comma or a bracket."""
    text, known = lexis.span.text, lexis.span.language
    joins = pattern(known.conjunctions, known.script)
    for start, end in _places(desk, lexis, person):
        before = _CLAUSE.split(joins.sub(",", text[max(0, start - _BEFORE) : start]))[-1]
        behind, *apposed = _CLAUSE.split(text[end : end + _BEFORE])
        yield before
        yield from [behind] if known.script == "Hani" else () if behind.strip() else apposed[:1]


def _is_of_another(desk: ClaimContext, lexis: SourceWords, person: Participant, start: int) -> bool:
    """Whether a word stands in the whole name of somebody else: “Ahmed” in “Ahmed Ould Salem”."""
    text = lexis.span.text
    return any(
        " " in name and name in text[max(0, start - len(name) + 1) : start + len(name)]
        for name in _others(desk, person)
    )


def _others(desk: ClaimContext, person: Participant) -> set[str]:
    """The names of the other participants."""
    people = (each for event in desk.brief.events for each in event.participants)
    return {name for each in people for name in spellings(each)} - {*spellings(person)}


def _before(
    desk: ClaimContext, lexis: SourceWords, person: Participant, start: int
) -> Iterator[Title]:
    """The office in front of a name, and one that is joined to it: “Vice President and …”."""
    text, tag = lexis.span.text, lexis.span.tag
    first = max(0, start - 2 * _BEFORE)
    found = offices_in(text[first:start], tag)
    end, others = start, {each.split()[-1] for each in _others(desk, person)}
    for office in reversed(found):
        if not _leads(text[first + office.end : end], tag, joined=end < start):
            return
        if others & {*WORD.findall(text[first + office.end : end])}:
            return  # “Mayor Meier and Minister Huber”
        yield _title(lexis.span, first + office.start, start, office.kind)
        end = first + office.start


def _country(lexis: SourceWords, end: int) -> str:
    """The country right behind a name: “Foreign Minister Winston Peters of New Zealand”."""
    text, tag = lexis.span.text, lexis.span.tag
    small, *words = _NO_OFFICE.split(text[end : end + _BEHIND])[0].split() or [""]
    known = language(tag)
    if not pattern(known.sides.belonging, known.script).stands_for(small):
        return ""
    phrases = (" ".join(words[:count]).rstrip(",)") for count in range(_COUNTRY_WORDS, 0, -1))
    named = next(filter(lambda phrase: codes_of(phrase, tag), phrases), "")
    return f" {small} {named}" if named else ""


def _behind(lexis: SourceWords, start: int, end: int) -> Iterator[Title]:
    """The office that follows a name: “Winston Peters, Minister of Foreign Affairs”."""
    text, tag = lexis.span.text, lexis.span.tag
    behind = text[end : end + 2 * _BEFORE]
    office = next(iter(offices_in(behind, tag)), None)
    if office is None or language(tag).script == "Hani":
        return
    gap = behind[: office.start]
    belonging = pattern(language(tag).sides.belonging, language(tag).script)
    if belonging.match(gap.lstrip(", ")):  # “Karla Bertocco, do secretário”: the next one's
        return
    rest = _NO_OFFICE.split(behind[office.end :])[0]
    near = text[max(0, start - _LEFT) : start]
    if _behind_joins(rest, tag) and any(map(_NAMES.fullmatch, _behind_joins(near, tag))):
        return  # “A, B and C, ministers of health, trade and finance”: each has one of them
    apposed = gap.count(",") + gap.count("،") == 1 and _leads(gap, tag, joined=False)
    if apposed and not re.match(r"\s+[^\W\d_a-z]\w+(?!\s*,)", behind[office.end :]):
        words = behind[: office.end] + rest[:_BEHIND].split(",")[0]
        yield Title(office.kind, lexis.span, end + office.start, words)


def _behind_joins(text: str, tag: str) -> list[str]:
    """What stands behind each “and” of a text."""
    joins = pattern(language(tag).conjunctions, language(tag).script)
    return [text[each.end() :] for each in joins.finditer(text)]


def _leads(gap: str, tag: str, *, joined: bool) -> bool:
    """Whether nothing but names, small words and the country stands between office and name."""
    known = language(tag)
    if len(gap) > _BEFORE or _NO_OFFICE.search(gap) or _ANOTHER.match(gap):
        return False
    if known.script in {"Hani", "Arab"}:
        parted = known.script == "Hani" and pattern(known.conjunctions, "Hani").search(gap)
        return len(gap) <= _LEFT and not joined and not parted
    joins = pattern(known.conjunctions, known.script).search(gap)
    if joined is not bool(joins) or (joins and re.search(r"[^\W\d_a-zа-я]\w", gap)):
        return False  # “Mayor Roe and Minister”: the one is Roe's
    small = pattern((*known.sides.genitive, *known.people.particles, *known.people.honorifics),
                    known.script)  # fmt: skip
    lower = [word for word in WORD.findall(small.sub(" ", gap)) if word[0].islower()]
    return all(codes_of(word, tag) for word in lower)


def _title(span: SourceSpan, start: int, end: int, kind: str) -> Title:
    """An office with the words around it, from the start of its clause up to the name."""
    known = span.language
    left = span.text[max(0, start - _LEFT) : start]
    cuts = [match.end() for match in re.finditer(r"[,;:!?()\n،]|(?<!\b\w)\.", left)]
    cuts += [match.end() for match in pattern(known.conjunctions, known.script).finditer(left)]
    left = left[max(cuts, default=0) :]
    if pattern(known.sides.belonging, known.script).stands_for(left.split(" ")[-2:][0]):
        left = ""  # “the visit to Russia of Minister” is not of Russia's
    return Title(kind, span, start, left + span.text[start:end])


def differs(kinds: frozenset[str], found: list[Title]) -> Title | None:
    """The first office of a source that none of some kinds can be; None where one can."""
    exact = [title for title in found if title.kind not in GENERIC]
    weighed = exact or found
    if any(compatible(kind, title.kind) for kind in kinds for title in weighed):
        return None
    return next(iter(weighed), None)
