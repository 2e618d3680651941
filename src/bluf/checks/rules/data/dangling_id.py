"""A reference names an id that is not there.

## What it does

Finds references to parties, sources, events, requests and outcomes that the file does not define.
The party of a participant is the matter of participant-unknown-party.

## Why it is bad

The brief would name a source without a number, or a party without a name.

## Example

    evidence:
      - {source: mafa, quote: We sought understanding}

## Use instead

    evidence:
      - {source: mfa, quote: We sought understanding}

## Source

`briefs/brief.schema.json`, written by `bluf schema`.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
