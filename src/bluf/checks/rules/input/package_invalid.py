"""A Word file or workbook is not a sound package.

## What it does

Refuses archives with overlapping, duplicate or escaping members, wrong checksums, missing content
types, pointers to parts that are not there, and parts that are no XML.

## Why it is bad

Such a file is damaged, or was made to be read in two ways: one by the checker, another by Word.

## Example

A .docx file whose archive names `word/document.xml` twice.

## Use instead

The file as it was sent; or opened in Word, repaired, and saved under a new name.

## Source

ISO/IEC 29500-2 (Open Packaging Conventions); PKWARE APPNOTE 6.3.3 (zip).
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
