"""A participant spoke for a party that the record does not list.

## What it does

Looks up the `party` of each participant among the ids in `parties`, and offers the closest.

## Why it is bad

The brief prints who met whom by side; a name with a side that nobody knows stands beside the wrong
one, or beside none.

## Example

    parties:
      us: {name: United States}
    …
    participants:
      - {name: Marco Rubio, role: Secretary of State, party: usa}

## Use instead

    participants:
      - {name: Marco Rubio, role: Secretary of State, party: us}

## Source

Field practice of readouts: participants are listed by delegation.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
