"""A date is not written year-month-day.

## What it does

Finds dates in any other form.

## Why it is bad

06/08/2025 is June in Washington and August in Belgrade.

## Example

    date: 06/08/2025

## Use instead

    date: 2025-08-06

## Source

ISO 8601-1:2019, 5.2.2.1 (calendar date).
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
