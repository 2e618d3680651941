"""The place of an occasion: behind a preposition, behind a council's name, or in a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluf.draft.baseform import place_form
from bluf.draft.parties import is_country
from bluf.draft.places import has_place, only_city_in
from bluf.draft.runs import UPPER
from bluf.draft.vocabulary import DraftVocabulary
from bluf.draft.when import is_aside

_NAME = rf"[{UPPER}][\w’'-]+(?: +(?:de +|do +|of +|la +)?[{UPPER}][\w’'-]+)*"
_NAMED = re.compile(rf"({_NAME})(\s+[^\W\d_]+)?")
_TITLE_CASE = rf"[{UPPER}][a-zà-ÿ’'-]+(?:\s[{UPPER}][a-zà-ÿ’'-]+){{0,2}}?"
_DATE_HEAD = r"(?:\W*date \d{4}-\d{2}(?:-\d{2})? )?"
_DATELINES = (
    re.compile(rf"^{_DATE_HEAD}([A-Z]{{3,}}(?:[ -][A-Z]{{2,}})*)(?:,|:| \(| - )", re.MULTILINE),
    re.compile(
        rf"^{_DATE_HEAD}({_NAME})"
        r"(?:[.,] \d{1,2}\W|, \w{3,9}\.? \d{1,2}\W| (?:l|\||–|—|;) | \(\w{2,6}(?:/\w+)?\)|\.- )",
        re.MULTILINE,
    ),
)
_MIXED = re.compile(r"[a-z][A-Z]+\Z")
_POST = re.compile(r"(?:c[oô]nsul|konsul|консул)(?!t)[\w-]*(?:\s\S+){0,3}\s\Z", re.IGNORECASE)
"""What stands before the post of a consul: “the Consul General of Norway in …”."""
_FIRST = 5
"""The place stands in one of the first so many sentences that tell of the meeting."""
_VENUE = 60
"""A town stands at most so many characters behind its town hall."""
_HEAD = 300
"""The dateline of minutes stands among so many first characters."""
_HELD = frozenset({"举", "舉", "举行", "舉行"})
"""What stands behind a town of one sign: “在京举行会谈”."""
_ACRONYM = 4
_TOWN = 2
"""The name of a town has at most so many words, where words take endings."""


def place_of(text: str, telling: Sequence[str], words: DraftVocabulary, *, session: bool) -> str:
    """Where the occasion was; empty where the text does not say."""
    if not words.is_cased:
        return _unspaced(telling, words)
    return (
        (_behind(" | ".join(telling), words) if session else "")  # a name ends where a line does
        or _in_sentences(telling, words)
        or _dateline(text[:_HEAD] if session else text, words)
        or only_city_in(" ".join(telling[:1]), words.tag)
    )


def _in_sentences(telling: Sequence[str], words: DraftVocabulary) -> str:
    """What stands behind a preposition in the sentences on the meeting."""
    found = (
        match[1]
        for before in words.words("place", "before")
        for sentence in telling[:_FIRST]
        for at in re.finditer(rf"(?<!\w)(?i:{before})\s+", sentence)
        if (match := _NAMED.match(sentence, at.end()))
        and not _is_none(match[1], words)
        and not words.ends_in_office(sentence[: at.start()])
        and not _POST.search(sentence, 0, at.start())
        and not is_aside(sentence, at.start(), words)
        and not _is_in_brackets(sentence, at.start())
        and not _is_listed(sentence, at.start(), match.end(1), words)
        and not _is_adjective(match[1], match[2] or "", words)
    )
    place = next(found, "")
    if words.words("place", "adjectives") and len(place.split()) > _TOWN:
        place = place.split(maxsplit=1)[0]  # a name follows: “в Туле Иваном Лодкиным”
    return place_form(place, words) if place else ""


def _is_in_brackets(sentence: str, offset: int) -> bool:
    """Whether a bracket is open at a place: “Ambassador Ann Lee (resident in Norstad)”."""
    return sentence.rfind("(", 0, offset) > sentence.rfind(")", 0, offset)


def _is_listed(sentence: str, start: int, end: int, words: DraftVocabulary) -> bool:
    """Whether a place is one of two, as where topics are told: “in Porthaven, and in Quaytown”."""
    before = sentence[:start].rstrip()
    for joins in words.conjunctions.finditer(before):
        if joins.end() == len(before):
            return before[: joins.start()].rstrip(" ,").rpartition(" ")[2][:1].isupper()
    behind = sentence[end:].lstrip(" ,")
    joined = words.conjunctions.match(behind)
    rest = behind[joined.end() :].lstrip() if joined else ""
    heads = (re.match(rf"(?i:{each})\s+(.)", rest) for each in words.words("place", "before"))
    return any(head is not None and head[1].isupper() for head in heads)


def _is_adjective(place: str, noun: str, words: DraftVocabulary) -> bool:
    """Whether a word belongs to a noun in small letters: “u Starom dvoru”, “в Тульской области”."""
    endings = words.words("place", "adjectives")
    is_alone = bool(endings) and " " not in place and noun.strip()[:1].islower()
    return is_alone and place.endswith(endings)


def _behind(head: str, words: DraftVocabulary) -> str:
    """The town whose council met: behind the council's name, or behind its town hall."""
    body, venue = (words.pattern("place", name).pattern for name in ("body", "venue"))
    patterns = (rf"(?i:{body})\s+({_NAME})", rf"(?i:{venue})[^.|]{{0,{_VENUE}}}?,\s+({_NAME})")
    councils, roles = words.pattern("place", "councils").pattern, words.pattern("people", "roles")
    found = (
        match[1]
        for pattern in (*patterns, rf"(?:The\s)?({_TITLE_CASE})\s+(?i:{councils})")
        for match in re.finditer(pattern, head)
        if not (_is_none(match[1], words) or roles.search(match.group()))
    )
    town = next(found, "")
    day = words.pattern("time", "on").search(town, 1)
    return _spelt(town[: day.start()].rstrip() if day else town)


def _dateline(text: str, words: DraftVocabulary) -> str:
    """The place that a text was sent from; empty where it has no dateline."""
    roles = words.pattern("people", "roles")
    found = (
        match[1]
        for pattern in _DATELINES
        if (match := pattern.search(text)) and not roles.match(text[match.end() :].lstrip())
    )
    place = next((each for each in found if not _holds_body(each, words)), "")
    return _spelt(place)


def _holds_body(place: str, words: DraftVocabulary) -> bool:
    """Whether a word of a name is an institution, an office or no name: “La Secretaría (SSA)”."""
    nothings = (words.telling, words.calendar, words.pattern("event", "present"))
    holders = words.pattern("people", "bodies", "roles").stands_for
    return any(each.stands_for(place) for each in nothings) or any(
        map(holders, place.lower().split())
    )


def _unspaced(telling: Sequence[str], words: DraftVocabulary) -> str:
    before = words.pattern("place", "before").pattern
    name = (
        r"\s+(\w+)"
        if words.is_spaced
        else r"([\u4e00-\u9fff]{2,8}?)(?=举行|舉行|出席|会|會|与|與|同|分别|，|,)"
    )
    found: Iterator[str] = (
        match[1]
        for sentence in telling[:_FIRST]
        for match in re.finditer(f"(?:{before}){name}", sentence)
        if not (_is_institution(match[1], words) or match[1][1:] in _HELD)
        and not words.pattern("people", "roles").search(match[1])
        and (not words.is_spaced or match.group().count(" ") > 1 or has_place(match[1], words.tag))
    )
    return next(found, "")


def _spelt(place: str) -> str:
    return place.title() if place.isupper() else place


def _is_none(place: str, words: DraftVocabulary) -> bool:
    """Whether a name is that of no town: of a country, an office, an institution, an acronym."""
    first = place.split(maxsplit=1)[0]
    is_acronym = (place.isupper() and len(place) <= _ACRONYM) or _MIXED.search(place) is not None
    return (
        is_acronym
        or words.calendar.stands_for(place)
        or is_country(first, words)
        or is_country(place, words)
        or ("-" in place and all(is_country(part, words) for part in place.split("-")))
        or _is_institution(place, words)
    )


def _is_institution(place: str, words: DraftVocabulary) -> bool:
    small = place.lower()
    first, *_, last = (*small.split(), small)
    return (
        any(map(words.pattern("place", "institutions").stands_for, (small, first)))
        or words.calendar.stands_for(first)
        or any(map(words.pattern("people", "roles").stands_for, first.split("-")))
        or any(map(words.pattern("people", "bodies").stands_for, (first, last)))
    )
