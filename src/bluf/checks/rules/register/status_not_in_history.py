"""The status of a follow-up is not that of its last step.

## What it does

Compares `status` with the last step of `history`.

## Why it is bad

The brief prints one, the register the other.

## Example

    status: open
    history: [{date: 2025-11-20, status: done}]

## Use instead

    status: done
    history: [{date: 2025-11-20, status: done}]

## Source

The links of a record: `carried_from`, `answers`, `history`; `bluf schema` describes them.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
