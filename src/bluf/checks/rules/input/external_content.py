r"""A file takes in content from elsewhere.

## What it does

Refuses Word files with linked pictures, templates, frames, fonts or mail merge sources, and fields
that fetch something; links to web pages and mail addresses are fine. In a workbook it notes a
formula that refers to another file, of which only the stored value is read.

## Why it is bad

Opening the file tells a server who reads it, and when; and what it shows changes when the other
side changes it.

## Example

A picture inserted as “Link to File”, or an attached template on `\\server\share`.

## Use instead

The picture inserted into the file itself; in Word, File, Info, Edit Links to Files, Break Link.

## Source

ISO/IEC 29500-2, clause 6.5 (relationships, TargetMode External); MITRE ATT&CK T1221 (template
injection).
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
