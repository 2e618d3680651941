"""A field that needs a value has none.

## What it does

Finds keys with nothing behind them, where the schema requires text.

## Why it is bad

It was to be filled in later, and this is later.

## Example

    bottom_line:

## Use instead

    bottom_line: The two sides will hold a Strategic Dialogue.

## Source

`briefs/brief.schema.json`, written by `bluf schema`.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
