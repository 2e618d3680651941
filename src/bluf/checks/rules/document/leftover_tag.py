"""A template tag stands in a finished file.

## What it does

Finds `{{ … }}`, `{% … %}` and `{# … #}` in the text of a Word or Markdown file; code of a Markdown
file is left alone.

## Why it is bad

The reader sees the machinery instead of the fact: the file is a template, or was filled in by
halves.

## Example

    Dear {{ name }},

## Use instead

    Dear Ms. Hooker,

If the file is a template, check it with `bluf template check`.

## Source

The tag dialect of the template engine; see `docs/templates.md`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.checks.prose import Prose
from bluf.checks.rule import checked
from octavo.finding import Level

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


RULE = checked(__name__, __doc__, Level.ERROR, Prose, find)
