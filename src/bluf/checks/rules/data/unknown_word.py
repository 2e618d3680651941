"""A value is not a word of its closed vocabulary.

## What it does

Compares the values of fields such as `strength`, `response` and `status` with their vocabularies.

## Why it is bad

“Agreed in principle” and “discussed” are different facts; a word of one's own cannot be compared
with what the sources say.

## Example

    strength: agred

## Use instead

    strength: agreed

## Source

The vocabularies of `bluf.model.words`; `bluf schema` lists them.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
