"""A link names a brief or an item that is not there.

## What it does

Looks each `carried_from` and each `answers` of another brief up in the briefs that were read.

## Why it is bad

The thread is cut: nobody can say since when the request waits.

## Example

    carried_from: 2025-08-06-serbia-us#F9

## Use instead

    carried_from: 2025-08-06-serbia-us#F1

## Source

The links of a record: `carried_from`, `answers`, `history`; `bluf schema` describes them.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
