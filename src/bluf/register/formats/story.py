"""One thread for the terminal, from its first step to its last, with quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.register.standing import due_words
from bluf.reporters import wrap

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bluf.register.card import CitedWords, Step
    from bluf.register.entries import Entry

_INDENT = 12


def entry_story(entry: Entry, day: dt.date, columns: int = 80) -> str:
    """The thread as lines of at most ``columns`` columns."""
    sides = " → ".join(name for name in (entry.owner.name, entry.to.name) if name)
    due = f"due {due_words(entry.due)}" if entry.due else ""
    carried = f"carried over {entry.carried}×, last as {entry.ref}" if entry.carried else ""
    lines = [
        *wrap(f"{entry.id} · {entry.kind}", columns),
        *wrap(entry.what, columns),
        *wrap("; ".join(part for part in (sides, due, carried) if part), columns),
        *wrap(f"As of {day}: {entry.standing.words}", columns),
    ]
    for step in entry.steps:
        lines += ["", *_step(step, entry.what, columns)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _step(step: Step, what: str, columns: int) -> Iterator[str]:
    mark = f"{step.mark}: {step.words}" if step.words else str(step.mark)
    note = f" — {step.note}" if step.note and step.note != what else ""
    room = columns - _INDENT
    first, *rest = wrap(f"{mark}{note} ({step.brief})", room)
    yield f"{step.date}  {first}"
    for quotation in step.quotations:
        rest += _quotation(quotation, room)
    yield from (" " * _INDENT + line for line in rest)


def _quotation(quotation: CitedWords, room: int) -> Iterator[str]:
    yield from wrap(f"“{quotation.original}”", room)
    if quotation.translation:
        by = f", {quotation.translator}" if quotation.translator else ""
        yield from wrap(f"“{quotation.translation}” (translation{by})", room)
    date = f", {quotation.date}" if quotation.date else ""
    url = f" <{quotation.url}>" if quotation.url else ""
    source = f"{quotation.publisher}: {quotation.title}{date}{url}"
    yield from (f"  {line}" for line in wrap(source, room - 2))
