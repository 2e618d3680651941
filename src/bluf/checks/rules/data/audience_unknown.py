"""A text has a version for an audience that the settings do not name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked
from bluf.data import audiences
from octavo.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for each such version."""
    for name, path in audiences(record.file.places):
        if name not in record.audiences:
            message = f"the settings name no audience “{name}”"
            meant = did_you_mean(name, record.audiences)
            hint = meant or f"name it in bluf.toml: “[audiences.{name}]”, with “levels = […]”"
            yield record.fault(message, *path, hint=hint)


RULE = checked(__name__, CheckedRecord, find)
