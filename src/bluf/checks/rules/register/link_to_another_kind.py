"""A link leads to an item of another kind.

## What it does

Finds requests that are carried from follow-ups, follow-ups from requests, and outcomes that answer
what is no request.

## Why it is bad

A promise would turn into a wish, or the other way round, on the way from one brief to the next.

## Example

    requests:
      - id: R1
        carried_from: 2025-08-06-serbia-us#F1

## Use instead

    requests:
      - id: R1
        carried_from: 2025-08-06-serbia-us#R1

## Source

The links of a record: `carried_from`, `answers`, `history`; `bluf schema` describes them.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
