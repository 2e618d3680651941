"""A file of text is not in the encoding it is read in.

## What it does

Refuses a data file, source or Markdown template that is neither UTF-8 nor UTF-16 with a byte order
mark, at the first byte that does not fit. No encoding is ever guessed.

## Why it is bad

A guessed encoding turns “Đurić” into “ÐuriÄ‡”, and nobody notices before the brief is printed.

## Example

A CSV file saved by Excel as “CSV” on a computer with Western European settings.

## Use instead

Save the file as UTF-8 (in Excel: “CSV UTF-8”), or say what it is:
`bluf convert --encoding cp1252 OLD NEW`.

## Source

RFC 3629 (UTF-8); Unicode Standard, section 23.8 (byte order mark).
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
