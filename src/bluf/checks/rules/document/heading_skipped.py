"""A heading is more than one level below the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.prose import Prose
from bluf.checks.rule import checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(prose: Prose) -> Iterator[Fault]:
    """A fault for each such heading; an empty one is another rule's matter."""
    before = None
    for passage in prose.passages:
        if passage.heading is None or not passage.text.strip():
            continue
        if before is not None and passage.heading > before + 1:
            message = f"a heading of level {passage.heading} follows one of level {before}"
            yield passage.fault(message, f"make it level {before + 1}")
        before = passage.heading


RULE = checked(__name__, Prose, find)
