"""There is no template of this name.

## What it does

Looks for the template in the folder of the team's own templates, then among those that are shipped.

## Why it is bad

Nothing can be built.

## Example

    template = "breif"

## Use instead

    template = "brief"

## Source

`bluf template list` shows those there are.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
