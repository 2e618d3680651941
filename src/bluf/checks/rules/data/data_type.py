"""A value is of another kind than its field.

## What it does

Compares each value with the schema: text, list or mapping.

## Why it is bad

A list where a name belongs would be printed as it is, or lost.

## Example

    to: [Deputy Minister, Secretary]

## Use instead

    to: Deputy Minister, Secretary

## Source

`briefs/brief.schema.json`, written by `bluf schema`.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
