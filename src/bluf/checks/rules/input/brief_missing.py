"""There is no data file where one was looked for.

## What it does

Finds paths on the command line that do not exist, and folders without a data file in or below them.

## Why it is bad

A check of nothing passes, and looks like a check.

## Example

`bluf check brief/`, where the folder is named `briefs/`.

## Use instead

The right path; `bluf new ID` starts a brief.

## Source

Practice of linters: a path that matches nothing is an error (ESLint, `no files matching`).
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
