"""A quotation is a single word.

## What it does

Counts the words of a quotation, without what its author put in brackets; a Chinese or Japanese
character counts as a word.

## Why it is bad

“Agreed” stands in almost every release. One word is verified wherever it stands, whoever agreed
to whatever.

## Example

    quote: agreed

## Use instead

    quote: agreed the United States and Serbia would hold a bilateral strategic dialogue

## Source

Chicago Manual of Style, 17th edition, 13.5: a quotation is accurate in sense as well as in wording.
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.NOTE)
