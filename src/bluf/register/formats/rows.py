"""The register in words: what the templates for Word and Markdown print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from bluf.register.card import CitedWords, ItemKind, Step
from bluf.register.wording import Wording, wording_of
from bluf.views import long_date

if TYPE_CHECKING:
    from bluf.register.entries import Entry
    from bluf.register.register import Register


def mapping(register: Register) -> dict[str, Any]:
    """The roots ``register`` and ``labels``: each value a string, a list or a mapping of such."""
    wording = wording_of(register)
    return {"register": _Rows(register, wording).whole(), "labels": dict(wording.words)}


class _Rows(Struct, frozen=True):
    """A register and the words it is told in."""

    register: Register
    wording: Wording

    def whole(self) -> dict[str, Any]:
        register, wording = self.register, self.wording
        date, count = long_date(register.day, wording), str(len(register.briefs))
        later, chosen = register.later, wording.selection(register)
        colon = wording.words["colon"]
        return {
            "stamp": register.stamp,
            "title": wording.words["title"],
            "language": register.language,
            "as_of": date,
            "briefs": count,
            "lead": wording.say("lead", date=wording.as_of(register.day), count=count),
            "later": wording.say("later", count=str(later)) if later else "",
            "selection": wording.say("only", selection=chosen) if chosen else "",
            "marking": " · ".join(register.markings),
            "empty": wording.empty(register),
            "counts": " · ".join(
                f"{wording.state(state)}{colon}{number}" for state, number in register.counts
            ),
            "sections": self._sections(),
            "threads": [
                self._row(entry) | {"steps": [self._step(step, entry.what) for step in entry.steps]}
                for entry in register.threads
            ],
        }

    def _sections(self) -> list[dict[str, Any]]:
        """Follow-ups, then requests, each as often as there are groups; none that is empty."""
        colon = self.wording.words["colon"]
        return [
            {
                "heading": self.wording.heading(kind) + (f"{colon}{group}" if group else ""),
                "sides": self.wording.who(kind),
                "has_due": "yes" if kind is ItemKind.FOLLOW_UP else "",
                "rows": [self._row(entry) for entry in rows],
            }
            for kind in (ItemKind.FOLLOW_UP, ItemKind.REQUEST)
            for group, entries in self.register.groups
            if (rows := [entry for entry in entries if entry.kind is kind])
        ]

    def _row(self, entry: Entry) -> dict[str, str]:
        wording = self.wording
        return {
            "id": entry.id,
            "what": entry.what,
            "owner": wording.side(entry.owner),
            "to": wording.side(entry.to),
            "sides": wording.sides(entry),
            "since": wording.day(entry.since),
            "due": wording.due(entry.due) if entry.due else "",
            "state": wording.state(entry.standing.state),
            "standing": wording.standing(entry.standing),
            "carried": wording.carried(entry),
            "topic": entry.topic,
            **self._evidence(entry.quotation),
        }

    def _evidence(self, quotation: CitedWords | None) -> dict[str, str]:
        if quotation is None:
            return dict.fromkeys(("quote", "translation", "source", "url"), "")
        return {
            "quote": self.wording.quoted(quotation.original),
            "translation": self.wording.translated(quotation),
            "source": self.wording.source(quotation),
            "url": quotation.url,
        }

    def _step(self, step: Step, what: str) -> dict[str, Any]:
        return {
            "date": self.wording.day(step.date),
            "mark": self.wording.mark(step),
            "note": step.note if step.note != what else "",
            "brief": step.brief,
            "quotations": [self._evidence(quotation) for quotation in step.quotations],
        }
