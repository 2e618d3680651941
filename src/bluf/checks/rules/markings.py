"""The markings of a record, and the audiences of its versions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, check
from bluf.data import audiences
from bluf.markings import banner, beyond, combined, correction, lacking
from bluf.model import portions
from octavo.finding import Fix
from octavo.suggest import did_you_mean

if TYPE_CHECKING:
    from bluf.checks.subjects import CheckedRecord


@check
def audience_unknown(record: CheckedRecord) -> Iterator[Fault]:
    """A text has a version for an audience that the settings do not name."""
    for name, path in audiences(record.file.places):
        if name not in record.audiences:
            message = f"the settings name no audience “{name}”"
            meant = did_you_mean(name, record.audiences)
            hint = meant or f"name it in bluf.toml: “[audiences.{name}]”, with “levels = […]”"
            yield record.fault(message, *path, hint=hint)


@check
def marking_higher_than_items(record: CheckedRecord) -> Iterator[Fault]:
    """The brief is marked higher than anything in it asks for.

    Told where every portion is marked, and all of them together ask for less.
    """
    whole = record.brief.marking or ""
    marked = list(portions(record.brief))
    labels = [each.marking or whole for each in marked]
    read = record.schemes.reader((whole, *labels))
    written, parts = read(whole), [found for label in labels if (found := read(label))]
    if written is None or not any(each.marking for each in marked):
        return
    if len(parts) < len(labels) or any(each.scheme is not written.scheme for each in parts):
        return
    needed = combined(parts)
    more = ", ".join(beyond(written, needed))
    if more:
        message = f"“{whole}” is more than the parts of the brief ask for: it adds {more}"
        hint = f"“{banner(needed)}” would do, unless the parts together tell more than each alone"
        yield record.fault(message, "marking", hint=hint)


@check
def marking_lower_than_item(record: CheckedRecord) -> Iterator[Fault]:
    """The brief is marked lower than something in it."""
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


@check
def marking_misspelt(record: CheckedRecord) -> Iterator[Fault]:
    """A handling label is written otherwise than its scheme defines it."""
    own = ((portion.path, portion.marking) for portion in portions(record.brief))
    for path, marking in ((("marking",), record.brief.marking), *own):
        meant = correction(marking, record.schemes) if marking else None
        if marking and meant:
            message, hint = f"“{marking}” is not a known marking", f"write “{meant}”"
            yield record.fault(message, *path, hint=hint, fix=Fix(marking, meant))


_SHOWN = 8


@check
def portions_incomplete(record: CheckedRecord) -> Iterator[Fault]:
    """Some parts of a brief have a marking of their own, and others have none."""
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
