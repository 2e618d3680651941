"""A text of a template was left out of what is made from it.

## What it does

Reports each deleted or hidden text of a template that does not travel into the finished files.
Author, dates, revision ids and the path of the attached template are left out without a word.

## Why it is bad

What the template says in hidden text, or in tracked deletions, was written for colleagues. If it
was meant for the reader, it has to be shown.

## Example

“Only for the Americas desk”, hidden, at the top of the template.

## Use instead

The text deleted from the template; or shown.

## Source

U.S. National Security Agency, Redaction of Word files, on metadata and hidden text.
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.NOTE)
