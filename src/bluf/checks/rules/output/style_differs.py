"""A style of two Word files differs.

## What it does

Compares the styles that both files have, and which of them each paragraph uses.

## Why it is bad

The page looks otherwise than the template says.

## Example

“Heading 1” in blue in one file, in black in the other.

## Use instead

The change made in the template, then `bluf build`.

## Source

The comparison of `bluf diff`: what no reader sees does not count, such as ids, the order of parts
and compression.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
