"""A Word file or workbook carries macros.

## What it does

Refuses files with a VBA project, whatever their name says.

## Why it is bad

A macro runs on the reader's machine. A brief needs none, and mail gateways stop files that have
one.

## Example

`brief.docm`, or a .docx file with `word/vbaProject.bin` in it.

## Use instead

The file saved as “Word Document (.docx)”, which leaves macros behind.

## Source

MS-OVBA; ISO/IEC 29500 knows no macros.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
