"""A Word file or workbook is locked with a password.

## What it does

Refuses encrypted files, and archives with encrypted members.

## Why it is bad

Nothing in it can be read, checked or proven.

## Example

A .docx file saved with “Encrypt with Password”.

## Use instead

The file without a password: in Word, File, Info, Protect Document, Encrypt, and an empty password.

## Source

MS-OFFCRYPTO; PKWARE APPNOTE 6.3.3, section 7.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
