"""XML declares a document type or entities.

## What it does

Refuses every part of a Word file or workbook that has a DOCTYPE, before it is parsed.

## Why it is bad

Entities read other files, open connections, or grow without end. No Word file needs any.

## Example

    <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>

## Use instead

The same file, opened and saved by Word.

## Source

ISO/IEC 29500-2, clause 8.2.5 (no DTD declarations in parts); CWE-611.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
