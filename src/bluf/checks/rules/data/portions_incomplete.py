"""Some parts of a brief have a marking of their own, and others have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked
from bluf.model import portions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault

_SHOWN = 8


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for the brief, which names the parts that have none."""
    found = list(portions(record.brief))
    lacking = [each for each in found if not each.inner and not each.marking]
    marked = [each for each in found if each.marking]
    if not (lacking and marked) or not record.brief.marking:
        return
    named = ", ".join(_shown(each.path) for each in lacking[:_SHOWN])
    more = f" and {len(lacking) - _SHOWN} more" if len(lacking) > _SHOWN else ""
    message = f"some parts are marked and these are not: {named}{more}"
    whole = record.brief.marking
    hint = f"mark them too; until then each of them has the marking of the brief, “{whole}”"
    yield record.fault(message, *marked[0].path, hint=hint)


def _shown(path: tuple[str | int, ...]) -> str:
    """``outcomes[2].marking``, counted from 1."""
    shown = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(shown).removeprefix(".")


RULE = checked(__name__, CheckedRecord, find)
