"""The bottom line is longer than three sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked
from bluf.languages import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault

_SENTENCES = 3
_WORDS = 110


def find(record: CheckedRecord) -> Iterator[Fault]:
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


RULE = checked(__name__, CheckedRecord, find)
