"""A file is of a kind that is not read.

## What it does

Refuses what is no Word file of the transitional form (.docx, .dotx) or workbook (.xlsx) by its
content, whatever its name says: the old binary formats, other Office files, ISO/IEC 29500 strict.

## Why it is bad

Half of such a file would be read, and the other half silently left out.

## Example

A document of Word 97 that was renamed from .doc to .docx.

## Use instead

The file opened in Word and saved as “Word Document (.docx)”.

## Source

ISO/IEC 29500-1 and 29500-4.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
