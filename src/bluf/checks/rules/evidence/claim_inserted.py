"""The claim of a quotation stands in square brackets.

## What it does

Finds verbs in square brackets that say how firm something is (“agreed”, “discussed”), and figures
in square brackets where the source has other ones.

## Why it is bad

Brackets are for what makes a quotation readable: a name for a pronoun, a year after a day. What a
quotation is given for has to be the source's own word.

## Example

    quote: "the sides [agreed] to hold a dialogue"

## Use instead

A passage that says so by itself; or an outcome that is put as the source puts it.

## Source

Chicago Manual of Style, 17th edition, 13.59–13.63 (interpolations).
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
