"""An outcome answers a request that was made later.

## What it does

Compares the day of an outcome with the day on which the request it answers was first made.

## Why it is bad

One of the dates, or the link, is wrong.

## Example

    answers: [2025-09-24-serbia-us#R1]   # in a brief of August

## Use instead

The answer in the brief of the meeting at which it was given.

## Source

The links of a record: `carried_from`, `answers`, `history`; `bluf schema` describes them.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
