"""A program that was asked for is not installed.

## What it does

Looks for LibreOffice, and for the programs that turn its PDF into pictures, where `--verify` or a
format such as PDF needs them.

## Why it is bad

What was asked for cannot be made, and a page count that nobody confirmed must not pass as
confirmed.

## Example

`bluf build --verify` on a computer without LibreOffice.

## Use instead

LibreOffice and poppler installed (`apt-get install libreoffice-writer poppler-utils`), or the
option left out. `bluf doctor` says what is there.

## Source

`docs/pages.md`.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
