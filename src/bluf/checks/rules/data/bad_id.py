"""An id is not written as one.

## What it does

Finds ids with other characters than letters of a to z, digits, `.`, `-` and `_`, and references to
other briefs that are not of the form `brief-id#R1`.

## Why it is bad

An id becomes a file name, an anchor and a part of an address; it has to survive all three.

## Example

    id: R 1

## Use instead

    id: R1

## Source

`briefs/brief.schema.json`, written by `bluf schema`.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
