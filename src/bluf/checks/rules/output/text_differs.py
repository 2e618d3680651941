"""A text of two Word files differs.

## What it does

Compares the visible text of two Word files, paragraph by paragraph, and shows both sides around the
first difference.

## Why it is bad

What people read is not the same.

## Example

“agreed” in one file, “discussed” in the other.

## Use instead

The file that is right; in a built brief, `bluf build`.

## Source

The comparison of `bluf diff`: what no reader sees does not count, such as ids, the order of parts
and compression.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
