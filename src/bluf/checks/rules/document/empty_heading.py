"""A heading has no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.prose import Prose
from bluf.checks.rule import checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(prose: Prose) -> Iterator[Fault]:
    """A fault for each such heading."""
    for passage in prose.passages:
        if passage.heading is not None and not passage.text.strip() and not passage.pictured:
            message = f"a heading of level {passage.heading} has no text"
            yield passage.fault(message, "delete it, or write the heading")


RULE = checked(__name__, Prose, find)
