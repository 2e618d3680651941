"""A value is outside what its field allows.

## What it does

Finds numbers out of range, addresses that do not begin with https:// or http://, bounds of a due
date in the wrong order, and the like.

## Why it is bad

The value cannot be what was meant.

## Example

    due: {wording: this winter, earliest: 2026-02-28, latest: 2025-12-01}

## Use instead

    due: {wording: this winter, earliest: 2025-12-01, latest: 2026-02-28}

## Source

`briefs/brief.schema.json`, written by `bluf schema`.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
