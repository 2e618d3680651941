"""The bottom line is longer than three sentences.

## What it does

Counts the sentences of `bottom_line`; more than three, or more than 110 words, are too long.

## Why it is bad

The bottom line is what a minister reads on the way into the room. What does not fit into three
sentences is not yet a bottom line.

## Example

    bottom_line: >-
      They met. They talked about trade. They talked about energy. They will meet again.

## Use instead

    bottom_line: >-
      The two sides will meet again before the summer; on trade and energy nothing was agreed.

## Source

U.S. Army Regulation 25-50, Preparing and Managing Correspondence, chapter 1, on effective writing:
the bottom line comes first, in short sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import Record
from bluf.checks.rule import checked
from bluf.checks.sentences import sentences
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault

_SENTENCES = 3
_WORDS = 110


def find(record: Record) -> Iterator[Fault]:
    """A fault where it is too long."""
    text = record.brief.bottom_line
    count, words = len(sentences(text)), len(text.split())
    hint = "keep the answer and what the reader has to do; the rest is background"
    if count > _SENTENCES:
        message = f"the bottom line has {count} sentences, more than {_SENTENCES}"
        yield record.fault(message, "bottom_line", hint=hint)
    elif words > _WORDS:
        message = f"the bottom line has {words} words, more than {_WORDS}"
        yield record.fault(message, "bottom_line", hint=hint)


RULE = checked(__name__, __doc__, Level.WARNING, Record, find)
