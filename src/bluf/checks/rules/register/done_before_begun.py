"""A follow-up was done before it began.

## What it does

Compares the dates of a history with the first day of the thread.

## Why it is bad

One of the dates is wrong.

## Example

    date: 2025-08-07
    follow_ups:
      - id: F1
        action: Launch the Dialogue
        status: done
        history: [{date: 2025-07-01, status: done}]

## Use instead

    history: [{date: 2025-11-20, status: done}]

## Source

The links of a record: `carried_from`, `answers`, `history`; `bluf schema` describes them.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
