"""LibreOffice lays a page out otherwise than was estimated.

## What it does

With `--verify`, compares the estimate with what LibreOffice makes of the page.

## Why it is bad

The estimate is what `bluf build` goes by without `--verify`; where it errs, one page may be two.

## Example

A page estimated as 96 % full, of which LibreOffice makes two.

## Use instead

A line less; and a report to us, with the template if you can, so that the estimate learns.

## Source

The figures of the estimate against LibreOffice: `docs/pages.md`.
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
