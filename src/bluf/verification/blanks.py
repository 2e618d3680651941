"""What a Markdown file holds besides its text: front matter, blocks of code, site generators' tags.

Quotation marks there quote nobody. Each character of it becomes a blank, so that every other one
keeps its line and its column.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLE = re.MULTILINE | re.DOTALL
_FRONT_MATTER = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)\w*[ \t]*\n.*?^(?P=fence)[ \t]*$", _WHOLE
)
_JSON_MATTER = re.compile(r"\A\{[ \t]*\n.*?^\}[ \t]*$", _WHOLE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_TAG = re.compile(r"\{\{[<%].{0,2000}?[>%]\}\}|\{%.{0,2000}?%\}|\{#.{0,2000}?#\}", re.DOTALL)
"""Shortcodes of Hugo, tags of Liquid and Jinja, none longer than anybody writes."""


def without_unread(text: str) -> str:
    """The text with blanks in place of what its reader is not to read as text."""
    for pattern in (_FRONT_MATTER, _JSON_MATTER):
        text = pattern.sub(_blank, text)
    return _TAG.sub(_blank, "".join(_without_code(text)))


def _without_code(text: str) -> Iterator[str]:
    """The lines of a text, those of fenced code as blanks (CommonMark 4.5)."""
    fence = ""
    for line in text.splitlines(keepends=True):
        found = _FENCE.match(line)
        opens = found is not None and not fence
        closes = bool(found and fence and found[1].startswith(fence) and not found[2].strip())
        if found and opens:
            fence = found[1]
        yield _blanks(line) if fence else line
        if closes:
            fence = ""


def _blank(found: re.Match[str]) -> str:
    return _blanks(found[0])


def _blanks(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
