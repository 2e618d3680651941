"""The length of a page cannot be estimated.

## What it does

Finds Word files with a construct that the estimate does not know, and names the construct and its
place.

## Why it is bad

The promise of one page is not kept by guessing.

## Example

A floating picture that text runs around.

## Use instead

The picture in line with the text; or `bluf build --verify`, which asks LibreOffice.

## Source

The constructs that are measured: `docs/pages.md`.
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
