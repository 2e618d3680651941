"""Two items have one id.

## What it does

Finds the second event, request, outcome or follow-up with an id that another one has.

## Why it is bad

Whatever names the id, in this brief or a later one, names neither.

## Example

    requests:
      - {id: R1, from: rs, to: us, ask: Talks on tariffs}
      - {id: R1, from: rs, to: us, ask: Talks on visas}

## Use instead

    requests:
      - {id: R1, from: rs, to: us, ask: Talks on tariffs}
      - {id: R2, from: rs, to: us, ask: Talks on visas}

## Source

`briefs/brief.schema.json`, written by `bluf schema`.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
