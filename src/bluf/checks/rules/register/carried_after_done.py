"""A follow-up is carried over although it is done.

## What it does

Finds follow-ups carried from one that was done or dropped by then.

## Why it is bad

The reader is told that something is owed which was delivered.

## Example

    carried_from: 2025-08-06-serbia-us#F1   # done on 1 September

## Use instead

No follow-up; or a new one, for what is still owed.

## Source

The links of a record: `carried_from`, `answers`, `history`; `bluf schema` describes them.
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
