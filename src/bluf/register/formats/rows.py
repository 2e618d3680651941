"""The register in words: what the templates for Word and Markdown print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bluf.register.card import Kind
from bluf.register.standing import due_words

if TYPE_CHECKING:
    from bluf.register.card import Quotation, Step
    from bluf.register.entries import Entry
    from bluf.register.register import Register

_HEADINGS = {Kind.FOLLOW_UP: "Follow-ups", Kind.REQUEST: "Requests"}


def mapping(register: Register) -> dict[str, Any]:
    """The root ``register``: every value a string, a list or a mapping of such."""
    plural = "s" if len(register.briefs) != 1 else ""
    return {
        "register": {
            "stamp": register.stamp,
            "as_of": str(register.day),
            "briefs": f"{len(register.briefs)} brief{plural}",
            "later": str(register.later) if register.later else "",
            "selection": register.selection,
            "marking": " · ".join(register.markings),
            "empty": register.empty,
            "counts": ", ".join(f"{number} {state}" for state, number in register.counts),
            "sections": _sections(register),
            "threads": [_thread(entry) for entry in register.threads],
        }
    }


def _sections(register: Register) -> list[dict[str, Any]]:
    """Follow-ups, then requests, each as often as there are groups; none that is empty."""
    return [
        {
            "heading": f"{heading}: {group}" if group else heading,
            "has_due": "yes" if kind is Kind.FOLLOW_UP else "",
            "rows": [_row(entry) for entry in rows],
        }
        for kind, heading in _HEADINGS.items()
        for group, entries in register.groups
        if (rows := [entry for entry in entries if entry.kind is kind])
    ]


def _row(entry: Entry) -> dict[str, str]:
    quotation = entry.evidence.quotation if entry.evidence else None
    return {
        "id": entry.id,
        "what": entry.what,
        "owner": entry.owner.name,
        "to": entry.to.name,
        "sides": " → ".join(name for name in (entry.owner.name, entry.to.name) if name),
        "since": str(entry.since),
        "due": due_words(entry.due) if entry.due else "",
        "state": str(entry.standing.state),
        "standing": entry.standing.words,
        "carried": f"carried over {entry.carried}×" if entry.carried else "",
        "topic": entry.topic,
        **_evidence(quotation),
    }


def _evidence(quotation: Quotation | None) -> dict[str, str]:
    if quotation is None:
        return dict.fromkeys(("quote", "translation", "source", "url"), "")
    date = f", {quotation.date}" if quotation.date else ""
    by = f", {quotation.translator}" if quotation.translator else ""
    translated = f"“{quotation.translation}” (translation{by})" if quotation.translation else ""
    return {
        "quote": f"“{quotation.original}”",
        "translation": translated,
        "source": f"{quotation.publisher}: {quotation.title}{date}",
        "url": quotation.url,
    }


def _thread(entry: Entry) -> dict[str, Any]:
    return _row(entry) | {"steps": [_step(step, entry.what) for step in entry.steps]}


def _step(step: Step, what: str) -> dict[str, Any]:
    return {
        "date": str(step.date),
        "mark": f"{step.mark}: {step.words}" if step.words else str(step.mark),
        "note": step.note if step.note != what else "",
        "brief": step.brief,
        "quotations": [_evidence(quotation) for quotation in step.quotations],
    }
