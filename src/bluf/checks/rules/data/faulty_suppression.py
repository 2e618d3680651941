"""A comment that was to accept a finding does not say which one, or why.

## What it does

Finds comments `# bluf: ignore…` in a data file that name no rule, name a rule that does not exist,
or give no reason. They accept nothing.

## Why it is bad

An accepted finding without a reason is one that the next reader has to judge again.

## Example

    due: very soon  # bluf: ignore[due-vague]

## Use instead

    due: very soon  # bluf: ignore[due-vague] the release gives no year

## Source

Practice of linters: ESLint's `require-description`, ruff's rule PGH004.
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
