"""An item is carried from a later brief.

## What it does

Compares the dates of the two briefs of a link.

## Why it is bad

What is carried over goes forward in time; one of the dates, or the link, is wrong.

## Example

    date: 2025-08-07
    follow_ups:
      - {id: F1, action: Launch the Dialogue, carried_from: 2025-09-24-serbia-us#F1}

## Use instead

The link in the later brief, to the earlier one.

## Source

The links of a record: `carried_from`, `answers`, `history`; `bluf schema` describes them.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
