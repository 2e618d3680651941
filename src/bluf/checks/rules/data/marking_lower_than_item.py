"""The brief is marked lower than something in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked
from bluf.markings import banner, combined, lacking
from bluf.model import portions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for each portion whose marking asks for more than that of the brief."""
    own = [portion for portion in portions(record.brief) if portion.marking]
    read = record.schemes.reader(
        (record.brief.marking or "", *(each.marking or "" for each in own))
    )
    whole = read(record.brief.marking or "")
    if whole is None:
        return
    marked = [
        (each, marking)
        for each in own
        if (marking := read(each.marking or "")) and marking.scheme is whole.scheme
    ]
    for portion, marking in marked:
        lacks = ", ".join(lacking(whole, marking))
        if lacks:
            needed = banner(combined([whole, *(each for _, each in marked)]))
            message = (
                f"{_name(record, portion.path)} is marked “{portion.marking}”, the brief only "
                f"“{record.brief.marking}”: it lacks {lacks}"
            )
            hint = f"mark the brief “{needed}”, or leave out of it what asks for that"
            yield record.fault(message, *portion.path, hint=hint)


def _name(record: CheckedRecord, path: tuple[str | int, ...]) -> str:
    """What a portion is called: by the id of its item, else by its field."""
    first, second = path[0], path[1]
    if first == "portions":
        return f"the {second}".replace("_", " ")
    if isinstance(second, str):
        return f"“{second}”"
    part = getattr(record.brief, str(first))[second]
    return f"“{getattr(part, 'id', '') or first}”"


RULE = checked(__name__, CheckedRecord, find)
