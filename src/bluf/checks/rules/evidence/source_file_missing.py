"""The text of a source is not where the record says.

## What it does

Looks for the file of each source, beside the data file.

## Why it is bad

Without the text no quotation can be proven, today or in ten years.

## Example

    file: sources/mfa-release.txt

## Use instead

The path of the file as it is; a web address goes into `url`, and the text is kept beside it.

## Source

Chicago Manual of Style, 14.12 (access to electronic sources over time).
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
