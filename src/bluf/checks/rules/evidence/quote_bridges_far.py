"""A quotation leaves out more than a paragraph.

## What it does

Measures what “…” or “[…]” leaves out; more than 1,000 characters of the source are too many.

## Why it is bad

Two sentences of different paragraphs, joined by three dots, can say what the source never said.

## Example

    quote: "the two sides […] agreed"

## Use instead

Two quotations, each with its own words; or one that quotes what joins them.

## Source

Chicago Manual of Style, 13.50–13.58 (ellipses do not change the sense).
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
