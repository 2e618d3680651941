"""A program that was asked for did not do its work.

## What it does

Reports the exit code and the last words of LibreOffice, or of the program that makes pictures, and
when it took too long.

## Why it is bad

What was asked for was not made.

## Example

LibreOffice stopped by another one of its kind that is open in the same profile.

## Use instead

The other one closed, and the command run again; if it fails again, the file opened by hand says
why.

## Source

`docs/pages.md`.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
