"""A template prints no annex, though a brief asks for one and needs it.

## What it does

Fills the template with everything in the annex that can go there, and looks for it in the file: in
Word behind a paragraph in the style “Annex”.

## Why it is bad

What moves off the page would be gone. So nothing moves, and the brief stays too long.

## Example

A template of your own, from before there were annexes, with `bluf build --annex`.

## Use instead

A line `{{ brief.annex.note }}` on the page; at the end a heading in the style “Annex”, with a page
break before it, and below it the lists of `brief.annex`. `docs/templates.md` shows it whole.

## Source

The promise that nothing is dropped in silence: `docs/pages.md`.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
