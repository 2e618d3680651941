"""Items are carried from one another.

## What it does

Follows `carried_from` back, and finds threads that come round to where they began.

## Why it is bad

The thread has no beginning, so that no age and no history can be told.

## Example

F1 of brief A is carried from F1 of brief B, and that one from F1 of brief A.

## Use instead

The link of the earlier brief deleted.

## Source

The links of a record: `carried_from`, `answers`, `history`; `bluf schema` describes them.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
