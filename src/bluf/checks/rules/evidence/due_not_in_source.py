"""A source does not word a due date as the record says.

## What it does

Looks up the words of `due` in the source that is named for them: those of an evidence in its
source, and the `wording` of a follow-up in its `source`. The first letter may be of either case.

## Why it is bad

“Very soon” and “later this year” are not the same promise. A wording that nobody used is a date
that nobody gave.

## Example

    evidence:
      - {source: mfa, due: before the summer, quote: We discussed launching the dialogue very soon}

## Use instead

    evidence:
      - {source: mfa, due: very soon, quote: We discussed launching the dialogue very soon}

## Source

Chicago Manual of Style, 17th edition, 13.7: a quotation reproduces the words of the source.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
