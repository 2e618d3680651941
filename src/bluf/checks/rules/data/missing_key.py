"""A record lacks a field it needs.

## What it does

Finds records without one of the fields that the schema requires.

## Why it is bad

The brief would print a gap.

## Example

    requests:
      - id: R1
        from: rs
        ask: Talks on tariffs

## Use instead

    requests:
      - id: R1
        from: rs
        to: us
        ask: Talks on tariffs

## Source

`briefs/brief.schema.json`, written by `bluf schema`.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
