"""The data file breaks the grammar of its format.

## What it does

Refuses a file that its reader cannot take apart, and parts of YAML that a record does not need:
tags, anchors and aliases, a second document, merge keys.

## Why it is bad

The rest of the file may mean something else than it looks like; a tag can run code, and aliases can
grow without end.

## Example

    ask: Talks on tariffs: an end to them

## Use instead

    ask: "Talks on tariffs: an end to them"

## Source

YAML 1.2.2; TOML 1.0.0; RFC 8259 (JSON); RFC 4180 (CSV).
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
