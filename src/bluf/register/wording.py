"""The register in words of one language: what pages, sheets and calendars print of an entry."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from bluf.model import ALL_SIDES, Due
from bluf.register.card import CitedWords, ItemKind, OwingSide, Step
from bluf.register.standing import ItemState, Standing
from bluf.views import (
    Labels,
    UnknownLanguageError,
    date_in_phrase,
    due_text,
    labels_for,
    short_date,
)

if TYPE_CHECKING:
    from bluf.register.entries import Entry
    from bluf.register.register import Register

_SPOKEN = "en"
_HEADINGS = {ItemKind.FOLLOW_UP: "follow_ups", ItemKind.REQUEST: "requests"}
_CHOSEN = {
    "owner": "owed_by",
    "party": "participants",
    "topic": "topic",
    "state": "status",
    "since": "since",
    "due before": "due",
    "kind": "kind",
}


class Wording(Labels, frozen=True):
    """The labels of a brief, and those of the register before them."""

    def day(self, day: dt.date | None) -> str:
        """``24 Sep 2025``; empty for no day."""
        return short_date(day, self) if day else ""

    def as_of(self, day: dt.date) -> str:
        """A day behind words such as “as of”: Serbian ``24. septembra 2025.``."""
        return date_in_phrase(day, self, "long")

    def heading(self, kind: ItemKind) -> str:
        """“Follow-ups” or “Requests”."""
        return self.words[_HEADINGS[kind]]

    def state(self, state: ItemState) -> str:
        """Where something stands, in one word or two."""
        return self.word("standings", state)

    def standing(self, standing: Standing) -> str:
        """Where something stands: ``Overdue (12 days)``, ``Answered: accepted``."""
        state, detail = self.state(standing.state), standing.detail
        if isinstance(detail, str):
            answer = self.vocabularies["responses"].get(detail, detail)
            return f"{state}{self.words['colon']}{answer}"
        if isinstance(detail, dt.date):
            return self.aside(state, self.day(detail))
        count = "" if detail is None else self.counted("days", detail)
        return self.aside(state, count)

    def due(self, due: Due | None) -> str:
        """By when; a wording stays a wording."""
        return due_text(due, self) if due else self.state(ItemState.UNCLEAR_DATE)

    def side(self, side: OwingSide) -> str:
        """The name of a side; what stands for every party in the language of the register."""
        name = side.name.casefold()
        if name not in ALL_SIDES:
            return side.name
        return self.say("all" if name.startswith("all") else "both")

    def pair(self, entry: Entry) -> tuple[str, ...]:
        """Who acts, and for whom: who asks whom, as in a brief, and who owes whom."""
        first, second = entry.owner, entry.to
        if entry.kind is ItemKind.REQUEST:
            first, second = second, first
        return tuple(self.side(side) for side in (first, second) if side.name)

    def sides(self, entry: Entry) -> str:
        """``Serbia → U.S.``; empty where nobody is named."""
        return self.words["arrow"].join(self.pair(entry))

    def who(self, kind: ItemKind) -> str:
        """What the sides of such an entry stand under."""
        return self.words["parties" if kind is ItemKind.REQUEST else "owes"]

    def carried(self, entry: Entry) -> str:
        """How often it was carried over; empty where it never was."""
        return self.say("carried_times", count=str(entry.carried)) if entry.carried else ""

    def mark(self, step: Step) -> str:
        """What a step was: ``Outcome: agreed``."""
        mark = self.word("marks", step.mark)
        return f"{mark}{self.words['colon']}{self.said(step)}" if step.words else mark

    def said(self, step: Step) -> str:
        """What qualifies a step: a strength or an answer."""
        known = {**self.vocabularies["strengths"], **self.vocabularies["responses"]}
        return known.get(step.words, step.words)

    def translated(self, quotation: CitedWords) -> str:
        """The translation of a quotation, and who made it; empty where there is none."""
        if not quotation.translation:
            return ""
        by = self.listed([self.words["translation"], quotation.translator])
        return self.aside(self.quoted(quotation.translation), by)

    def source(self, quotation: CitedWords) -> str:
        """Publisher, title and day of a source."""
        title = f"{quotation.publisher}{self.words['colon']}{quotation.title}"
        return self.listed([title, self.day(quotation.date)])

    def selection(self, register: Register) -> str:
        """The filters in words; empty where every row is shown."""
        return self.listed(
            self.labelled(_CHOSEN[name], self._chosen(value))
            for name, value in register.chosen.named.items()
        )

    def _chosen(self, value: object) -> str:
        if isinstance(value, dt.date):
            return self.day(value)
        if isinstance(value, frozenset):
            return self.listed(map(self.state, sorted(value, key=lambda state: state.rank)))
        return self.heading(value) if isinstance(value, ItemKind) else str(value)

    def empty(self, register: Register) -> str:
        """Why there is no row; empty where there is one."""
        if register.entries:
            return ""
        return self.words["nothing_fits" if register.selection else "nothing_recorded"]


def wording_of(register: Register) -> Wording:
    """The words of a register's language; English where nobody asked for one that has no labels."""
    return make_wording(register.language, register.catalogues)


def make_wording(language: str, catalogues: Path | None = None) -> Wording:
    """The words of a language; English where it has no labels."""
    try:
        labels = labels_for(language, catalogues)
    except UnknownLanguageError:
        labels = labels_for(_SPOKEN, catalogues)
    own = {"words": {**labels.words, **labels.vocabularies["register"]}}
    return Wording(**structs.asdict(labels) | own)
