"""A heading is more than one level below the one before it.

## What it does

Compares each heading of a Word or Markdown file with the one before it.

## Why it is bad

A screen reader announces levels; where one is missing, its user looks for a section that was never
there. Levels are for structure, styles for size.

## Example

    # Requests

    ### Follow-ups

## Use instead

    # Requests

    ## Follow-ups

## Source

WCAG 2.1, success criterion 1.3.1 (EN 301 549, clause 10.1.3.1), technique G141; Section 508 Word
checklist, “Use built-in styles for headings”: levels follow one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.prose import Prose
from bluf.checks.rule import checked
from octavo.finding import Level

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


RULE = checked(__name__, __doc__, Level.WARNING, Prose, find)
