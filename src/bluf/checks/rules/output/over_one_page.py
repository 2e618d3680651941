"""A brief takes more pages than it may.

## What it does

Lays the finished Word file out, and names the first item of the record past the limit: one page, or
as many as the settings allow. `bluf build` and `bluf check` estimate from the widths of the
letters; `--verify` asks LibreOffice.

## Why it is bad

The second page is not read. A brief is one page because its reader has one minute.

## Example

Nine requests, six outcomes and a background of two paragraphs.

## Use instead

The items of the highest priority number left out, the background cut; or, with `--fit`, type and
margins tightened within their bounds, and with `--annex` the lightest items on a page of their own,
which does not count.

## Source

The name of the form, a one-page brief; U.S. Army Regulation 25-50, chapter 1: most correspondence
takes one page.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
