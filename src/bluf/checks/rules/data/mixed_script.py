"""A word mixes letters of two scripts that look alike.

## What it does

Finds words that hold both Latin and Cyrillic, Greek or Armenian letters, in values of a data file
and in the passages that are quoted.

## Why it is bad

The word cannot be searched for, and a quotation with it is not found in its source.

## Example

“Мarko”, whose first letter is Cyrillic.

## Use instead

“Marko”, typed anew.

## Source

Unicode Technical Standard 39, section 5.1 (mixed-script detection).
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
