"""An item of a brief did not fit on its page and stands in the annex.

## What it does

Names each item that `--annex` moved: the lightest, and no more of them than it takes.

## Why it is bad

It may be right: then there is nothing to do. The annex is read by few, so nothing that matters
should stand there by its length alone.

## Example

An outcome of priority 3 in a brief with nine requests.

## Use instead

A shorter brief; or a smaller priority number for what has to stay on the page.

## Source

The form, a one-page brief; `docs/pages.md` on what moves.
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.NOTE)
