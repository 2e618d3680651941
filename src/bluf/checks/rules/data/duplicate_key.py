"""One key stands twice in one record.

## What it does

Finds the second of two like keys of a mapping.

## Why it is bad

Most readers keep the last one without a word, so that the first fact is lost.

## Example

    title: Talks in Washington
    title: Talks in New York

## Use instead

    title: Talks in Washington

## Source

YAML 1.2.2, section 3.2.1.1 (keys are unique); RFC 8259, section 4.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
