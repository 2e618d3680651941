"""A template asks for what no template may have.

## What it does

Refuses calls, attributes with leading underscores, imports and includes, and filters outside the
list.

## Why it is bad

Whoever may edit a template must not be able to run a program on the machine that fills it in.

## Example

    {{ brief.__class__.__mro__ }}

## Use instead

A name of the view (`bluf template fields` lists them) and the filters of the list.

## Source

CWE-1336 (template injection).
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
