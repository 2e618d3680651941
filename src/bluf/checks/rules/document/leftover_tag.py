"""A template tag stands in a finished file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.checks.prose import Prose
from bluf.checks.rule import checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault

_TAG = re.compile(
    r"\{\{(?:r\s|[-+])?\s*[\w(\"'“”‘’\[][^{}]*\}\}"
    r"|\{%(?:(?:p|tr|tc|r)\s|[-+])?\s*[a-z_]+\b.*?%\}"
    r"|\{#.*?#\}",
    re.DOTALL,
)


def find(prose: Prose) -> Iterator[Fault]:
    """A fault for each tag."""
    for passage in prose.passages:
        message, hint = "the tag {} was left in the text", "fill the template in, or delete the tag"
        yield from passage.faults(_TAG.finditer(passage.text), message, hint)


RULE = checked(__name__, Prose, find)
