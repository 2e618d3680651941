"""A quotation leaves out a negation of its sentence.

## What it does

Finds “not”, “never”, “without” and the like, in the language of the source, just before the
quotation or in a part that it leaves out.

## Why it is bad

“The sides did not agree to […] a dialogue” becomes “agree to a dialogue”.

## Example

    quote: "agree to hold a dialogue"

## Use instead

    quote: "did not agree to hold a dialogue"

## Source

Chicago Manual of Style, 13.50–13.58 (ellipses do not change the sense).
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
