"""No source is quoted for an item.

## What it does

Finds requests and outcomes without evidence, and follow-ups that neither have any nor follow from
an item that has. For a request that is only planned it is a warning.

## Why it is bad

What nobody can look up is an assertion. The brief promises that every line can be traced.

## Example

    outcomes:
      - id: O1
        statement: Hold a Strategic Dialogue
        strength: agreed

## Use instead

    outcomes:
      - id: O1
        statement: Hold a Strategic Dialogue
        strength: agreed
        evidence:
          - {source: state, quote: agreed the United States and Serbia would hold a dialogue}

## Source

Office of the Director of National Intelligence, Intelligence Community Directive 206, Sourcing
Requirements for Disseminated Analytic Products.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
