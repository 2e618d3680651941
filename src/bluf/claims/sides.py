"""Where a text names the sides of a brief: by country, capital, person, office, or as “we”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.claims import gazetteer
from bluf.claims.naming import name_parts, same_name, spellings
from bluf.claims.quoted import quoted_spans
from bluf.claims.source_words import ALPHABETS
from bluf.claims.spelling import script_of
from bluf.claims.titles import compatible
from bluf.claims.vocabulary import WORD
from bluf.languages import language, last_sentence, offices_in, pattern, sentences
from bluf.model import Participant

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan

_SHORTEST = 4
_NEAR = 80
"""So far behind or before a quotation somebody may be named as its speaker."""
_FAR = 4000
"""A passage in quotation marks is no longer than this."""


class SideMention(Struct, frozen=True):
    """A place of a text that names a side, and the participant, where it names one."""

    start: int
    end: int
    party: str
    who: str = ""


class Speaker(Struct, frozen=True):
    """Who says something: a side, and the participant, as far as it is known."""

    party: str
    who: str = ""

    def may_be(self, other: Speaker) -> bool:
        """Whether two can be the same one."""
        return self.party == other.party and (not (self.who and other.who) or self.who == other.who)


class BriefSides(Struct, frozen=True, dict=True):
    """The sides of a brief, and where texts name them."""

    desk: ClaimContext

    def within(self, span: SourceSpan) -> list[SideMention]:
        """The mentions in a piece of a source, by their places in the piece."""
        piece = (span.key, span.start, span.text)
        if piece not in self._within:
            found = self.mentions(span.text, span.tag)
            ours = pattern(span.language.sides.we, span.language.script)
            for match in ours.finditer(span.text):
                speaker = self.speaker(span.key, span.start + match.start())
                found += [SideMention(*match.span(), speaker.party, speaker.who)] if speaker else []
            self._within[piece] = sorted(found, key=lambda each: (each.start, each.end))
        return [*self._within[piece]]

    def mentions(self, text: str, tag: str) -> list[SideMention]:
        """The mentions in a text of a language, in order."""
        if (text, tag) not in self._mentioned:
            found = dict.fromkeys(
                (*self._of_parties(text, tag), *self._of_people(text, tag),
                 *self._of_offices(text, tag), *self._of_publishers(text))
            )  # fmt: skip
            self._mentioned[text, tag] = sorted(found, key=lambda each: (each.start, each.end))
        return [*self._mentioned[text, tag]]

    @cached_property
    def _within(self) -> dict[tuple[str, int, str], list[SideMention]]:
        return {}

    @cached_property
    def _mentioned(self) -> dict[tuple[str, str], list[SideMention]]:
        return {}

    def countries(self, text: str, tag: str) -> frozenset[str]:
        """The parties that some words name by their country: “Serbian Foreign Minister”."""
        if (text, tag) not in self._named:
            parties = frozenset(each.party for each in self._of_parties(text, tag))
            self._named[text, tag] = parties
        return self._named[text, tag]

    @cached_property
    def _named(self) -> dict[tuple[str, str], frozenset[str]]:
        return {}

    def speaker(self, key: str, offset: int) -> Speaker | None:
        """Who says what stands at a place of a source; None where it cannot be told.

        Within quotation marks it is who is named beside them, with a verb of reporting; else who is
        named before such a verb in the sentence. Where nobody is: the source's own party.
        """
        span = self.desk.sources[key]
        first = span.text.rfind("\n", 0, max(0, offset - _FAR)) + 1
        near = quoted_spans(span.text[first : offset + _FAR], span.tag)
        inner = next((each for each in near if each[0] <= offset - first < each[1]), None)
        told = self._before(span, offset)
        if inner:
            told = self._beside(span, first + inner[0], first + inner[1])
        party = self.desk.brief.sources[key].party
        return told or (Speaker(party) if party else None)

    def _beside(self, span: SourceSpan, start: int, end: int) -> Speaker | None:
        behind = sentences(span.text[end : end + _NEAR])[:1]
        before = _last(span.text[max(0, start - _NEAR) : start])
        reporting = pattern(span.language.speech.reporting, span.language.script)
        for text in (*behind, before):
            named = speaker_of(self.mentions(text, span.tag)) if reporting.search(text) else None
            if named:
                return named
        return None

    def _before(self, span: SourceSpan, offset: int) -> Speaker | None:
        """Who is named in front of a verb of reporting, in the sentence up to a place."""
        first = max(0, offset - 3 * _NEAR)
        text = _last(span.text[first:offset])
        found = self.mentions(text, span.tag)
        reporting = pattern(span.language.speech.reporting, span.language.script)
        for verb in reversed(list(reporting.finditer(text))):
            parties = acting(found, text, verb.start(), span.tag)
            if len(parties) == 1:
                return Speaker(min(parties))
        return None

    def _of_parties(self, text: str, tag: str) -> Iterator[SideMention]:
        for key, codes in self._codes.items():
            for code in sorted(codes):
                places = gazetteer.places_of(code, text, tag)
                yield from (SideMention(start, end, key) for start, end in places)
        for key, party in self.desk.brief.parties.items():
            for name in (each for each in (party.name, party.short) if each and each in text):
                edges = ("", "") if language(tag).script == "Hani" else (r"(?<!\w)", r"(?!\w)")
                for match in re.finditer(re.escape(name).join(edges), text):
                    yield SideMention(*match.span(), key)

    def is_country(self, party: str) -> bool:
        """Whether a party is a country, which texts name in many ways."""
        return bool(self._codes.get(party))

    @cached_property
    def _codes(self) -> Mapping[str, frozenset[str]]:
        """The countries that parties are, with their cities of one zone."""
        tag = self.desk.brief.language
        return {
            key: gazetteer.with_capital(
                frozenset(
                    code
                    for name in (party.name, party.short or "")
                    for code in gazetteer.codes_of(name, tag)
                    if "/" not in code
                )
            )
            for key, party in self.desk.brief.parties.items()
        }

    @cached_property
    def _people(self) -> tuple[Participant, ...]:
        events = self.desk.brief.events
        return tuple(person for event in events for person in event.participants if person.party)

    @cached_property
    def _names(self) -> tuple[tuple[str, str, str], ...]:
        """Words of the names of participants that are of one side alone, with it and the name."""
        owners: dict[str, set[tuple[str, str]]] = {}
        for person in self._people:
            for name in spellings(person):
                parts = name_parts(self.desk, name) if script_of(name) in ALPHABETS else [name]
                for part in parts:
                    owners.setdefault(part, set()).add((person.party or "", person.name))
        single = ((name, *_one(own)) for name, own in owners.items())
        return tuple((name, party, who) for name, party, who in single if party)

    def _of_people(self, text: str, tag: str) -> Iterator[SideMention]:
        for name, party, who in self._names:
            if script_of(name) not in ALPHABETS:
                found = re.finditer(re.escape(name), text)
                yield from (SideMention(*match.span(), party, who) for match in found)
        for match in WORD.finditer(text):
            if match.group()[0].isupper():
                for party, who in self._bearers(match.group(), tag):
                    yield SideMention(*match.span(), party, who)

    def _bearers(self, word: str, tag: str) -> tuple[tuple[str, str], ...]:
        """The sides and participants that a word with a capital names."""
        if (word, tag) not in self._borne:
            own = self.desk.brief.language
            self._borne[word, tag] = tuple(
                (party, who)
                for name, party, who in self._names
                if len(name) >= _SHORTEST and script_of(name) in ALPHABETS
                if same_name(name, own, word, tag)
            )
        return self._borne[word, tag]

    @cached_property
    def _borne(self) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
        return {}

    def _of_offices(self, text: str, tag: str) -> Iterator[SideMention]:
        """Offices that one side alone had at the table: “the Minister” where there was one."""
        for office in offices_in(text, tag):
            if _is_plural(text[office.start : office.end], tag):
                continue  # “the ambassadors” are not the one at the table
            exact = {(party, who) for kinds, party, who in self._offices if office.kind in kinds}
            party, who = _one(exact or {
                (party, who)
                for kinds, party, who in self._offices
                if any(compatible(kind, office.kind) for kind in kinds)
            })  # fmt: skip
            if party:
                yield SideMention(office.start, office.end, party, who)

    @cached_property
    def _offices(self) -> tuple[tuple[frozenset[str], str, str], ...]:
        tag = self.desk.brief.language
        return tuple(
            (
                frozenset(each.kind for each in offices_in(person.role, tag)),
                person.party or "",
                person.name,
            )
            for event in self.desk.brief.events
            for person in event.participants
            if person.role
        )

    def _of_publishers(self, text: str) -> Iterator[SideMention]:
        """Words of publishers that are of one side's alone: “the Department”."""
        for match in WORD.finditer(text):
            word = match.group()
            if word in self._publishers and word[0].isupper():
                yield SideMention(*match.span(), self._publishers[word])

    @cached_property
    def _publishers(self) -> Mapping[str, str]:
        owners: dict[str, set[str]] = {}
        for source in self.desk.brief.sources.values():
            for word in WORD.findall(source.publisher.split(",")[0]):
                if word[0].isupper() and len(word) >= _SHORTEST:
                    owners.setdefault(word, set()).add(source.party or "")
        return {word: min(own) for word, own in owners.items() if len(own) == 1 and min(own)}


def _last(text: str) -> str:
    """What the end of a text has of its sentence, on its line."""
    return text[last_sentence(text) :].rpartition("\n")[2]


def _is_plural(words: str, tag: str) -> bool:
    """Whether an office of several people is named, as far as a final “s” can tell."""
    last = words.rsplit(maxsplit=1)[-1]
    return last.endswith("s") and bool(offices_in(last[:-1], tag))


def _one(owners: set[tuple[str, str]]) -> tuple[str, str]:
    """The one side of some people, and the one name; each empty where there are several."""
    parties, names = ({each[place] for each in owners} for place in (0, 1))
    party = min(parties) if len(parties) == 1 else ""
    return party, min(names) if party and len(names) == 1 else ""


def speaker_of(found: list[SideMention]) -> Speaker | None:
    """The one side that some mentions name, and the one participant."""
    party, _ = _one({(each.party, "") for each in found})
    _, who = _one({(each.party, each.who) for each in found if each.who})
    return Speaker(party, who) if party else None


def acting(sides: list[SideMention], text: str, start: int, tag: str) -> frozenset[str]:
    """Who does what a verb at a place of a text says: the sides right in front of it.

    Empty where something else stands between, or in front of the side (“with Serbia”).
    """
    known = language(tag)
    before = [each for each in sides if each.end <= start]
    nearest = max(before, key=lambda each: (each.end, each.start), default=None)
    if nearest is None or not adjacent(text[nearest.end : start]):
        return frozenset()
    parties, first = {nearest.party}, nearest
    joined = pattern((*known.conjunctions, *known.sides.genitive), known.script)
    listing = False
    for each in sorted(before, key=lambda each: -each.end):
        gap = text[each.end : first.start]
        if each.end <= first.start and not re.search(r"\w{3,}|[.;:]", joined.sub("", gap)):
            if "," in gap and not (listing or each.party in parties):
                break  # “to Serbia, the Secretary said” lists nobody
            listing = listing or pattern(known.conjunctions, known.script).search(gap) is not None
            parties.add(each.party)
            first = each
    led = _led(text[: first.start], known.tag)
    return frozenset() if led else frozenset(parties)


def adjacent(gap: str) -> bool:
    """Whether no more than two words stand between a side and its verb, or a few signs."""
    if re.search(r"[.;:!?\"“”«»，；。]", gap):
        return False
    signs = sum(script_of(sign) == "CJK" for sign in gap)
    return len(re.findall(r"\w+", gap)) <= _BETWEEN and signs <= _SIGNS


_BETWEEN, _SIGNS = 2, 6


def _led(before: str, tag: str) -> bool:
    """Whether a preposition leads to what follows: “with the President of”."""
    known = language(tag)
    near = before[-24:]
    return any(
        not re.search(r"[.,;:!?]|\w{4,}", near[match.end() :])
        for match in pattern(known.sides.prepositions, known.script).finditer(near)
    )
