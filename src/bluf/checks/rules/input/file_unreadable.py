"""A file is not there, or cannot be opened.

## What it does

Refuses a file that does not exist, that may not be read, or that is no ordinary file, such as a
device.

## Why it is bad

Nothing can be said about a file that nobody can read; a device might never end.

## Example

`bluf check briefs/2025-08-06/brief.yml`, where the file is named `brief.yaml`.

## Use instead

The right name; or the right permissions.

## Source

POSIX.1-2017, `open` and `stat`.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
