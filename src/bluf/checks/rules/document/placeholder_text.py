"""A stand-in for text that was never written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.checks.prose import Prose
from bluf.checks.rule import checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault

_WORDS = re.compile(
    r"\b(?:TBD|TBC|TODO|FIXME|X{3,})\b"
    r"|(?i:\[(?:name|date|title|place|text|amount|number|country|organi[sz]ation"
    r"|to be (?:added|confirmed|completed|determined))\])"
    r"|(?i:\blorem ipsum\b)"
    r"|(?i:[\[<‹](?:insert|enter|add|type|your|name of|date of|title of)\b[^\]>›\n]{0,60}[\]>›])"
    r"|(?i:\bclick (?:or tap )?(?:here )?to (?:enter|add) (?:text|a date)\b)",
)
_NAME_BEFORE = re.compile(r"(?:\A|\s)[^\W\d_a-z][^\W\d_]*\s\Z")
_NAME_BEHIND = re.compile(r"\s[^\W\d_a-z]")
_THIRTY = "XXX"


def find(prose: Prose) -> Iterator[Fault]:
    """A fault for each stand-in."""
    for passage in prose.passages:
        found = (m for m in _WORDS.finditer(passage.text) if not _is_roman_number(m))
        message, hint = "{} stands for text to be written", "write it, or say that it is not known"
        yield from passage.faults(found, message, hint)


def _is_roman_number(match: re.Match[str]) -> bool:
    if match.group() != _THIRTY:
        return False
    before = match.string[: match.start()]
    behind = _NAME_BEHIND.match(match.string, match.end())
    return bool(behind or _NAME_BEFORE.search(before))


RULE = checked(__name__, Prose, find)
