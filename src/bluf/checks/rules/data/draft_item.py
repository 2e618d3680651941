"""A part of a brief was proposed by a program, and nobody has looked at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked
from bluf.model import UNWRITTEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault

_HINT = "look at it, then delete its line “draft: true”"


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for each such part."""
    if record.brief.draft:
        message = "title, bottom line, parties and people are a draft: nobody has looked at them"
        yield record.fault(message, "draft", hint=_HINT)
    if record.brief.bottom_line == UNWRITTEN:
        message = f"the bottom line is still the placeholder “{UNWRITTEN}”"
        yield record.fault(message, "bottom_line", hint="write what came of the meeting")
    for path, item in record.items():
        if item.draft:
            message = f"“{item.id}” is a draft: nobody has looked at it"
            yield record.fault(message, *path, "draft", hint=_HINT)


RULE = checked(__name__, CheckedRecord, find)
