"""A record has no field of this name.

## What it does

Finds keys that the schema does not know, in data files and settings, and names the field that was
probably meant.

## Why it is bad

A misspelt key is a value that nobody prints: the brief goes out without it.

## Example

    aks: Talks on tariffs

## Use instead

    ask: Talks on tariffs

## Source

`briefs/brief.schema.json`, written by `bluf schema`.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
