"""A brief is to be written in a language that has no labels.

## What it does

Looks for a catalogue of the words that templates print (“Requests”, “Follow-ups”) in the brief's
language.

## Why it is bad

The page would mix two languages.

## Example

    language: xx

## Use instead

    language: en

## Source

BCP 47 (language tags); the catalogues of `bluf.views`.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
