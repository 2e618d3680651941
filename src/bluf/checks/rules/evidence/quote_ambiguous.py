"""A quotation stands in more than one place of its source.

## What it does

Finds quotations that stand in their source more than once, in different surroundings.

## Why it is bad

The reader who looks it up may find the wrong one, with another speaker or another subject.

## Example

    quote: "strategic dialogue"

## Use instead

    quote: "We discussed launching the U.S.-Serbia Strategic Dialogue very soon"

## Source

The listed normalisation of `bluf.evidence`: NFC, runs of white space, typographic quotation marks
and dashes, soft hyphens, ligatures.
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.NOTE)
