"""A Word file holds something that acts.

## What it does

Refuses embedded objects, ActiveX controls, add-ins, imported chunks, films from the web, and fields
outside a short list of harmless ones, such as DDEAUTO.

## Why it is bad

It runs when the file is opened, printed or clicked.

## Example

A spreadsheet embedded as an object; a field `{ DDEAUTO … }`.

## Use instead

A picture or a table in its place: in Word, Paste Special, Picture.

## Source

MITRE ATT&CK T1559.002 (dynamic data exchange); ISO/IEC 29500-1, 17.16.5 (fields), 17.17.2.1
(altChunk).
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
