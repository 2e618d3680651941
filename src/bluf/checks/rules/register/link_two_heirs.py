"""Two items are carried from one.

## What it does

Finds items of later briefs that name the same earlier item in `carried_from`.

## Why it is bad

Nobody can say which of the two goes on, and the register counts one promise twice.

## Example

    follow_ups:
      - {id: F1, action: Launch the Dialogue, carried_from: 2025-08-06-serbia-us#F1}
      - {id: F2, action: Set a date, carried_from: 2025-08-06-serbia-us#F1}

## Use instead

One of them carried over, the other a new item that follows from it.

## Source

The links of a record: `carried_from`, `answers`, `history`; `bluf schema` describes them.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
