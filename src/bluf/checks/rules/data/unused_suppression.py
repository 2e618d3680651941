"""A comment accepts a finding that is not there.

## What it does

Finds comments `# bluf: ignore[rule] reason` in a data file on whose line the rule finds nothing.
A comment about a rule that was not run is left alone.

## Why it is bad

The fault was put right, or stands on another line. Left behind, the comment will hide the next one.

## Example

    due: 2025-12-31  # bluf: ignore[due-vague] wording of the communiqué

## Use instead

    due: 2025-12-31

`bluf check --fix` deletes such comments.

## Source

Practice of linters: ruff's rule RUF100, ESLint's `--report-unused-disable-directives`.
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
