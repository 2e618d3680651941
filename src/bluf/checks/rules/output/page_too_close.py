"""A page is so full that the estimate cannot be sure.

## What it does

Finds Word files whose estimated length lies within the margin of error around the limit.

## Why it is bad

With the fonts of another computer the last line may fall on a second page.

## Example

A page that is 99.5 % full.

## Use instead

A line less; or `bluf build --verify`, which asks LibreOffice.

## Source

The figures of the estimate against Word and LibreOffice: `docs/pages.md`.
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
