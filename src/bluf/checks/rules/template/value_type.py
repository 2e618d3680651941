"""A value does not fit what the template does with it.

## What it does

Finds values that a filter, a loop or an operator cannot take: a loop over text, a date format for a
number.

## Why it is bad

The result would be something, but not what was meant.

## Example

    {% for request in brief.title %}…{% endfor %}

## Use instead

    {% for request in brief.requests %}…{% endfor %}

## Source

`docs/templates.md`; Jinja, Template Designer Documentation.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
