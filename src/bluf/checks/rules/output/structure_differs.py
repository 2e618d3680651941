"""Two Word files are built differently.

## What it does

Compares paragraphs, tables, rows, cells, headings, lists and sections of two Word files.

## Why it is bad

The text may be the same and mean something else: a heading that became a paragraph, a row that
moved into another table.

## Example

A request that stands in the table of one file and below the table in the other.

## Use instead

The file that is right; in a built brief, `bluf build`.

## Source

The comparison of `bluf diff`: what no reader sees does not count, such as ids, the order of parts
and compression.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
