"""The text of a source is not the one that was recorded.

## What it does

Compares the SHA-256 of the file with `sha256`, where the record has one.

## Why it is bad

Releases are changed after they are published, without a word. Whoever looks the quotation up may
find another text.

## Example

    sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

## Use instead

The new sum, once the quotations have been read against the new text; the old text kept as a source
of its own.

## Source

FIPS 180-4 (SHA-256).
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
