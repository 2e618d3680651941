"""The steps of a history do not follow in time.

## What it does

Compares the date of each step with the one before it.

## Why it is bad

The last step says where the follow-up stands; it has to be the latest.

## Example

    history:
      - {date: 2025-11-20, status: done}
      - {date: 2025-09-01, status: open}

## Use instead

    history:
      - {date: 2025-09-01, status: open}
      - {date: 2025-11-20, status: done}

## Source

The links of a record: `carried_from`, `answers`, `history`; `bluf schema` describes them.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
