"""A date names a day that no calendar has.

## What it does

Finds dates in the right form whose month or day does not exist.

## Why it is bad

It is a slip of the keyboard, and the right day is unknown.

## Example

    date: 2025-02-29

## Use instead

    date: 2025-02-28

## Source

ISO 8601-1:2019, 5.2.2.1 (calendar date).
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
