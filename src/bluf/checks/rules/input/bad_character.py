"""A file holds a control character.

## What it does

Refuses data files and sources with characters that no XML document can hold, and with the C1
controls.

## Why it is bad

A Word file cannot hold the character at all, and a terminal may obey it instead of showing it.

## Example

A value pasted from a terminal, with the escape character of a colour in it.

## Use instead

The same value without it: most editors show the character as a box or as `^[`.

## Source

XML 1.0, section 2.2 (Char); ECMA-48 (C1 controls).
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
