"""A file, or what it asks for, is larger than any brief needs.

## What it does

Stops at a limit: of bytes, of values and nesting in a data file; of inflated bytes, parts and XML
depth in a package; of loops and of output in a template.

## Why it is bad

A file of a few kilobytes can ask for gigabytes: a zip bomb, an alias of aliases, a loop of loops.
The limits lie far above any honest brief.

## Example

A template with `{% for i in range(10 ** 9) %}`.

## Use instead

A smaller file. An honest one that is refused is a bug: please report it.

## Source

OWASP Denial of Service Cheat Sheet; CWE-409 (data amplification), CWE-674 (uncontrolled recursion).
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
