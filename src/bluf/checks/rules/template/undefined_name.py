"""A template asks for a name that the data does not have.

## What it does

Finds names that have no value when the template is filled in, and gives the closest one that has.

## Why it is bad

An empty place in a brief looks like a fact: “none”.

## Example

    {{ brief.titel }}

## Use instead

    {{ brief.title }}

## Source

`docs/templates.md`; Jinja, Template Designer Documentation.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
