"""A heading has no text.

## What it does

Finds headings of a Word or Markdown file that show nothing: neither text nor a picture.

## Why it is bad

It is an empty line in the navigation pane and in the table of contents, and a screen reader
announces a heading and then says nothing. Mostly it was typed for the space it leaves.

## Example

    ##

    The talks …

## Use instead

    ## Talks

    The talks …

or an ordinary paragraph whose style has the space.

## Source

WCAG 2.1, success criteria 1.3.1 and 2.4.6 (EN 301 549, clauses 10.1.3.1 and 10.2.4.6).
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
    """A fault for each such heading."""
    for passage in prose.passages:
        if passage.heading is not None and not passage.text.strip() and not passage.pictured:
            message = f"a heading of level {passage.heading} has no text"
            yield passage.fault(message, "delete it, or write the heading")


RULE = checked(__name__, __doc__, Level.WARNING, Prose, find)
