"""JSON: rows with their whole life, after ``register.schema.json``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

if TYPE_CHECKING:
    from bluf.register.card import CitedWords, Step
    from bluf.register.entries import Entry
    from bluf.register.register import Register

_VERSION = 1


def render(register: Register) -> bytes:
    """The register as one object, keys in a fixed order."""
    return (json.dumps(register_document(register), ensure_ascii=False, indent=2) + "\n").encode(
        "utf-8"
    )


def register_document(register: Register) -> dict[str, Any]:
    """The register as what JSON can hold."""
    return {
        "version": _VERSION,
        "stamp": register.stamp,
        "as_of": str(register.day),
        "selection": register.selection,
        "briefs": [
            {"id": card.brief, "date": str(card.date), "title": card.title}
            for card in register.briefs
        ],
        "briefs_of_later": register.later,
        "counts": {str(state): number for state, number in register.counts},
        "entries": [entry_document(entry) for entry in register.entries],
    }


def entry_document(entry: Entry) -> dict[str, Any]:
    """One request or follow-up, with its whole life."""
    return {
        "id": entry.id,
        "latest_id": entry.ref,
        "kind": str(entry.kind),
        "what": entry.what,
        "owner": entry.owner.name,
        "to": entry.to.name,
        "since": str(entry.since),
        "due": to_builtins(entry.due),
        "state": str(entry.standing.state),
        "standing": entry.standing.words,
        "carried": entry.carried,
        "topic": entry.topic,
        "priority": entry.priority,
        "marking": entry.marking,
        "evidence": _quotation(entry.quotation) if entry.quotation else None,
        "steps": [_step(step) for step in entry.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "date": str(step.date),
        "mark": str(step.mark),
        "words": step.words,
        "note": step.note,
        "brief": step.brief,
        "quotations": [_quotation(quotation) for quotation in step.quotations],
    }


def _quotation(quotation: CitedWords) -> dict[str, Any]:
    return {
        "quote": quotation.original,
        "language": quotation.language,
        "translation": quotation.translation,
        "translator": quotation.translator,
        "title": quotation.title,
        "publisher": quotation.publisher,
        "date": str(quotation.date) if quotation.date else None,
        "url": quotation.url,
    }
