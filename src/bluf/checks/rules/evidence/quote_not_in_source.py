"""A quotation does not stand in its source.

## What it does

Looks each quotation up in the visible text of its source, word for word. “…” and “[…]” mark a part
left out, in order. A near match is shown with what differs, and counts as missing.

## Why it is bad

A quotation that is not there is the end of a brief's credit. The usual causes are a slip of the
pen, an error of the source that was put right (write it as it stands), or another source.

## Example

    quote: "growing pressure on the Republic of Srpska"

## Use instead

    quote: "growing pressures on the the Republic of Srpska"

## Source

The listed normalisation of `bluf.evidence`: NFC, runs of white space, typographic quotation marks
and dashes, soft hyphens, ligatures.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
