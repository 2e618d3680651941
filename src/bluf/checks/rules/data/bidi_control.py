"""A text holds a character that reorders what is read.

## What it does

Finds embeddings, overrides and isolates of the bidirectional algorithm in values of a data file,
and in the passages that are quoted.

## Why it is bad

The eye reads another text than the one that is stored: “not agreed” can look like “agreed”.

## Example

A value with U+202E (right-to-left override) between two words.

## Use instead

The same value without it. Arabic and Hebrew need none of these characters in a value of their own.

## Source

Unicode Standard Annex 9 (bidirectional algorithm); Unicode Technical Report 36, section 2.5;
CVE-2021-42574.
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
