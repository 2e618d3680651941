"""The wording of a due date is in another language than the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked
from bluf.languages import base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for each wording that nobody translated."""
    brief = record.brief
    dues = (follow_up.due for follow_up in brief.follow_ups if follow_up.due)
    known = {due.wording for due in dues if due.translation}
    for path, entry in record.evidence():
        language = brief.sources[entry.source].language
        if not entry.due or entry.due_translation or entry.due in known:
            continue
        if base(language) != base(brief.language):
            message = f"“{entry.due}” is in “{language}”, the brief in “{brief.language}”"
            hint = "add “due_translation”: wordings of two languages are not compared"
            yield record.fault(message, *path, "due", hint=hint)


RULE = checked(__name__, CheckedRecord, find)
