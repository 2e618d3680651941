"""An outcome is put more firmly than its sources put it.

## What it does

Compares the `strength` of an outcome with the strongest of its evidence, and the strength that is
recorded for a quotation with the words of the quotation.

## Why it is bad

“Agreed”, where the sources say “discussed”, commits a government to what it did not say.

## Example

    strength: agreed
    evidence:
      - {source: mfa, quote: We discussed launching the Strategic Dialogue}

## Use instead

    strength: discussed
    evidence:
      - {source: mfa, quote: We discussed launching the Strategic Dialogue}

## Source

U.S. Foreign Affairs Manual, 11 FAM 720 and Aust, Modern Treaty Law and Practice, chapter 3: words
of commitment are chosen, not found.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
