"""A part of a brief was proposed by a program, and nobody has looked at it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked
from bluf.model import UNWRITTEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault

_HINT = "look at it, then delete its line “draft: true”"
_EACH = "look at each, then delete its line “draft: true”"


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for each kind of such parts, which names each of them, and one for the brief."""
    if record.brief.draft:
        message = "title, bottom line, parties and people are a draft: nobody has looked at them"
        yield record.fault(message, "draft", hint=_HINT)
    if record.brief.bottom_line == UNWRITTEN:
        message = f"the bottom line is still the placeholder “{UNWRITTEN}”"
        yield record.fault(message, "bottom_line", hint="write what came of the meeting")
    drafts = ((path, item.id) for path, item in record.items() if item.draft)
    for _, group in groupby(drafts, key=lambda draft: draft[0][0]):
        (path, first), *others = group
        names = ", ".join(f"“{name}”" for name in (first, *(name for _, name in others)))
        message = f"{names} is a draft: nobody has looked at it"
        if others:
            message = f"{names} are drafts: nobody has looked at them"
        hint = _EACH if others else _HINT
        yield record.fault(message, *path, "draft", hint=hint)


RULE = checked(__name__, CheckedRecord, find)
