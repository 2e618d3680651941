"""Two data files have the id of one brief.

## What it does

Compares the ids of all briefs that were read.

## Why it is bad

A link to the id names neither of them.

## Example

    id: 2025-08-06-serbia-us   # in two files

## Use instead

    id: 2025-09-24-serbia-us   # in the later one

## Source

The links of a record: `carried_from`, `answers`, `history`; `bluf schema` describes them.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
