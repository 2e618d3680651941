"""Who says so: numbers of sources, names of sides, and each side's decisive words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from bluf.languages import firmness
from bluf.model import (
    ALL_SIDES,
    SEVERAL,
    UNNAMED,
    Account,
    Brief,
    Difference,
    Evidence,
    Item,
    Outcome,
    Proof,
    Source,
    Strength,
)
from bluf.views.labels import Labels
from bluf.views.marks import Marks
from bluf.views.phrases import unique
from bluf.views.rows import AccountRow, DifferenceRow
from octavo.location import PageLocation

_PAIR = 2


class Citations(Struct, frozen=True, dict=True):
    """The sources of one brief, numbered, and the names of its parties."""

    brief: Brief
    proof: Proof
    labels: Labels
    marks: Marks

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Number of each source, from 1, in the order of the record."""
        return {source: number for number, source in enumerate(self.brief.sources, 1)}

    @cached_property
    def sides(self) -> set[str]:
        """Ids of the parties that can report something: those that are named."""
        return {*self.brief.parties} - {UNNAMED}

    def party(self, name: str | None) -> str:
        """Short name of a party, “both sides” or “not named”; any other name stays as it is."""
        names = (name or "").split(SEVERAL)
        if len(names) > 1:
            return self.labels.listed(map(self.party, names))
        if self.means_all(names[0]):
            return self._all_sides()
        party = self.brief.parties.get(names[0])
        if party is None:
            return self.labels.words["unnamed"] if names[0] == UNNAMED else names[0]
        return party.short or party.name

    def means_all(self, name: str) -> bool:
        """Whether a name stands for every party, in English or in the language of the brief."""
        own = {self.labels.words[word].casefold() for word in ("both", "all")}
        return name.casefold() in ALL_SIDES | own

    def _all_sides(self) -> str:
        if len(self.sides) == 1:
            return self.party(next(iter(self.sides)))
        return self.labels.say("all" if len(self.sides) > _PAIR else "both")

    def sources(self, evidence: tuple[Evidence, ...], path: tuple[str | int, ...]) -> str:
        """``1, 2 p. 3``: the sources of an item, with the page where there are pages.

        ``path`` leads to the evidence in the record.
        """
        ordered = sorted(enumerate(evidence), key=lambda row: self.numbers[row[1].source])
        return self.labels.kept_together(
            unique(self._citation(entry, (*path, index, "quote")) for index, entry in ordered)
        )

    def said_by(self, item: Item) -> str:
        """``both sides``, or ``Serbia only`` where the meeting had more sides than one.

        The single source of a brief, which is of no side, is named alone: nobody else is there.

        What the desk knows by itself says so.
        """
        told = [entry for entry in item.evidence if not self._denies(item, entry)]
        if len(told) < len(item.evidence):
            return self._denied_by(item, told)
        named = [self.brief.sources[entry.source] for entry in told]
        sides = unique(self._side(source) for source in named)
        if not sides:
            return self.labels.say("desk", basis=item.basis) if item.basis else ""
        if len(sides) == 1:
            alone = len(self.sides) < _PAIR or (len(self.numbers) == 1 and not named[0].party)
            return sides[0] if alone else self.labels.say("only", party=sides[0])
        parties = {source.party for source in named} - {None}
        if parties == self.sides:
            return self._all_sides()
        return self.labels.listed(sides)

    def _denies(self, item: Item, entry: Evidence) -> bool:
        """Whether a source says the contrary of an outcome: its side is not among “both sides”."""
        if not isinstance(item, Outcome) or item.strength is Strength.DISAGREED:
            return False
        language = self.brief.sources[entry.source].language
        return (entry.strength or firmness(entry.quote, language)) is Strength.DISAGREED

    def _denied_by(self, item: Item, told: list[Evidence]) -> str:
        """Who says so, and who differs: ``U.S.; Serbia differs``."""
        sides, firm = (
            unique(self._side(self.brief.sources[entry.source]) for entry in entries)
            for entries in (item.evidence, told)
        )
        rest = [self.labels.say("differs", party=side) for side in sides if side not in firm]
        return self.labels.chained([self.labels.listed(firm), *rest])

    def agreed_by(self, outcome: Outcome) -> str:
        """Who says the outcome is as firm as the brief says, and who differs.

        ``both sides`` where all agree; else ``U.S.; Serbia differs``.
        """
        said = self._strengths(outcome)
        if all(strength.rank >= outcome.strength.rank for strength in said.values()):
            return self.said_by(outcome)
        firm = [side for side, strength in said.items() if strength.rank >= outcome.strength.rank]
        rest = [self.labels.say("differs", party=side) for side in said if side not in firm]
        return self.labels.chained([self.labels.listed(firm), *rest])

    def _strengths(self, outcome: Outcome) -> dict[str, Strength]:
        """The firmest word of each side on an outcome."""
        said: dict[str, Strength] = {}
        for entry in outcome.evidence:
            strength = entry.strength or outcome.strength
            side = self._side(self.brief.sources[entry.source])
            if side not in said or strength.rank > said[side].rank:
                said[side] = strength
        return said

    def _side(self, source: Source) -> str:
        return self.party(source.party) or source.publisher

    def _citation(self, entry: Evidence, path: tuple[str | int, ...]) -> str:
        number = str(self.numbers[entry.source])
        place = self.proof.places.get(path)
        if isinstance(place, PageLocation):
            return f"{number} {self.labels.say('page_short', page=str(place.page))}"
        return number


MOST = 160
"""Characters of a quotation that is printed whole."""
_BEFORE, _AFTER = 40, 80
"""Characters kept around the deciding words of a longer one."""
_CUT = "…"


def difference_row(difference: Difference, citations: Citations) -> DifferenceRow:
    """The accounts of one item, side by side."""
    return DifferenceRow(
        id=difference.item,
        portion=_portion(difference.item, citations),
        subject=difference.subject,
        accounts=tuple(_account(account, citations) for account in difference.accounts),
    )


def _portion(name: str, citations: Citations) -> str:
    """The mark of the item that a difference is about."""
    items = citations.brief.placed_items()
    own = next((item.marking for _, item in items if item.id == name), None)
    return citations.marks.before(own)


def _account(account: Account, citations: Citations) -> AccountRow:
    labels = citations.labels
    source = citations.brief.sources[account.source]
    words = account.translation or account.quote
    strength = labels.word("strengths", account.strength) if account.strength else ""
    answer = labels.word("responses", account.response) if account.response else ""
    when = account.due_translation or account.due
    due = labels.quoted(when) if when else ""
    said = labels.listed([strength.lower(), answer.lower(), due])
    return AccountRow(
        party=citations.party(account.party) or source.publisher,
        strength=strength,
        due=due,
        words=labels.quoted(words),
        decisive=labels.quoted(decisive(words, account.deciding)),
        source=str(citations.numbers[account.source]),
        summary=said or labels.quoted(words),
    )


def decisive(words: str, deciding: tuple[str, ...]) -> str:
    """The part of the words that decides, with the deciding ones between ``**``.

    Args:
        words: A quotation, or its translation.
        deciding: Pieces of it: the verb, the wording of a date.
    """
    spans = _spans(words, deciding)
    start, end = 0, len(words)
    if spans and len(words) > MOST:
        start, end = _start(words, spans[0][0]), _end(words, spans[-1][1])
    pieces = [_CUT + " " if start else ""]
    at = start
    for first, last in spans:
        pieces += [_plain(words[at:first]), "**", _plain(words[first:last]), "**"]
        at = last
    pieces += [_plain(words[at:end]), " " + _CUT if end < len(words) else ""]
    return "".join(pieces)


def _spans(words: str, deciding: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the pieces stand, in order; those that overlap or touch are one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(_found(words, deciding)):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _found(words: str, deciding: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for piece in deciding:
        start = words.casefold().find(piece.casefold())
        if piece and start >= 0:
            yield start, start + len(piece)


def _start(words: str, first: int) -> int:
    """The beginning of a word some way before a place; the very beginning where that is near."""
    at = words.rfind(" ", 0, max(0, first - _BEFORE) + 1) + 1
    return at if at > _BEFORE else 0


def _end(words: str, last: int) -> int:
    at = words.find(" ", last + _AFTER)
    return at if 0 <= at < len(words) - _BEFORE else len(words)


def _plain(text: str) -> str:
    """The text as “markdown” prints it unchanged."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
