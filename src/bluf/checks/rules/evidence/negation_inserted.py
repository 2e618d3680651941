"""A quotation puts a negation into square brackets.

## What it does

Finds negations in square brackets that stand for none of the source.

## Why it is bad

Brackets are for what makes a quotation readable, never for what turns its meaning.

## Example

    quote: "the sides did [not] agree"

## Use instead

A passage that says so by itself; or the analyst's own words, outside the quotation.

## Source

Chicago Manual of Style, 13.59–13.63 (interpolations).
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
