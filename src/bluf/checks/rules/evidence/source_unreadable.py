"""The text of a source cannot be read.

## What it does

Refuses sources that cannot be opened, that lie outside the folder of the data file, that are scans
without text, or that are damaged.

## Why it is bad

What cannot be read cannot be searched, and a quotation from it is unproven.

## Example

A PDF file of scanned pages.

## Use instead

The same file after text recognition, checked by eye; or the text typed into a .txt file, and the
scan beside it.

## Source

ISO 19005 (PDF/A), level of conformance U: text can be extracted.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
