"""A property of two Word files differs.

## What it does

Compares title, language, author and the other properties of two Word files.

## Why it is bad

Readers do not see it; screen readers, search engines and archives do.

## Example

The title of last month's brief in the properties of this month's.

## Use instead

The file that is right; in a built brief, `bluf build`.

## Source

The comparison of `bluf diff`: what no reader sees does not count, such as ids, the order of parts
and compression.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
