"""A template tag stands in a finished file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bluf.checks.prose import Prose
from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from bluf.checks.word.file import cut
from octavo.ooxml import every_field, every_text
from octavo.shortening import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from octavo.location import Location

_TAG: Final = re.compile(
    r"\{\{(?:r\s|[-+])?\s*[\w(\"'“”‘’\[][^{}]*\}\}"
    r"|\{%(?:(?:p|tr|tc|r)\s|[-+])?\s*[a-z_]+\b.*?%\}"
    r"|\{#.*?#\}",
    re.DOTALL,
)
_MERGE: Final = re.compile(r"\s*MERGEFIELD\s+(?:\"([^\"]+)\"|(\S+))", re.IGNORECASE)
_HINT: Final = "fill the template in, or delete the tag"


def find(prose: Prose) -> Iterator[Fault]:
    """A fault for each tag that is seen, then for each place in which there are others."""
    seen: set[Location] = set()
    for passage in prose.passages:
        message = "the tag {} was left in the text"
        for fault in passage.faults(_TAG.finditer(passage.text), message, _HINT):
            seen.add(fault.location)
            yield fault
    if isinstance(prose, WordFile):
        yield from _unseen(prose, seen)
        yield from _merge_fields(prose)


def _unseen(file: WordFile, seen: set[Location]) -> Iterator[Fault]:
    for place, text in every_text(file.package, b"{"):
        match = _TAG.search(text) if "{" in text else None
        if match is not None and place not in seen:
            seen.add(place)
            yield Fault(f"the tag {quoted(match.group())} was left", place, _HINT, cut(text))


def _merge_fields(file: WordFile) -> Iterator[Fault]:
    for place, code in every_field(file.package):
        match = _MERGE.match(code)
        if match is not None:
            message = f"the merge field “{match[1] or match[2]}” was left in the text"
            yield Fault(message, place, "finish the mail merge in Word, or delete the field")


RULE = checked(__name__, Prose, find)
