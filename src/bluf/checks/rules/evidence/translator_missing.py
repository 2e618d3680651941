"""A translation names no translator.

## What it does

Finds evidence with a `translation` and without a `translator`.

## Why it is bad

What is verified is the original; the translation is somebody's reading of it. The reader has to
know whose, and whom to ask.

## Example

    - source: novosti
      quote: o učešću SAD na Ekspo 2027
      translation: about the participation of the USA in Expo 2027

## Use instead

    - source: novosti
      quote: o učešću SAD na Ekspo 2027
      translation: about the participation of the USA in Expo 2027
      translator: Americas desk

## Source

Chicago Manual of Style, 17th edition, 13.73–13.76: a translation is credited to its translator.
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
