"""A tag of a template cannot be read.

## What it does

Reports every tag that is no expression or statement, every block that is not closed, or whose two
ends stand in different cells, in one run, each at its place.

## Why it is bad

A template that is half understood prints half a brief.

## Example

    {% for request in brief.requests %} {{ request.ask }}

## Use instead

    {% for request in brief.requests %} {{ request.ask }} {% endfor %}

## Source

`docs/templates.md`; Jinja, Template Designer Documentation.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
