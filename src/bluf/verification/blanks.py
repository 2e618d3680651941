"""What a Markdown file holds besides its text: front matter, blocks of code, site generators' tags.

Quotation marks there quote nobody. Each character of it becomes a blank, so that every other one
keeps its line and its column.
"""

from __future__ import annotations

import re

_WHOLE = re.MULTILINE | re.DOTALL
_FRONT_MATTER = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)\w*[ \t]*\n.*?^(?P=fence)[ \t]*$", _WHOLE
)
_JSON_MATTER = re.compile(r"\A\{[ \t]*\n.*?^\}[ \t]*$", _WHOLE)
_FENCED = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[`~]*[ \t]*$", _WHOLE)
_TAG = re.compile(r"\{\{[<%].*?[>%]\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
"""Shortcodes of Hugo, tags of Liquid and Jinja."""


def without_unread(text: str) -> str:
    """The text with blanks in place of what its reader is not to read as text."""
    for pattern in (_FRONT_MATTER, _JSON_MATTER, _FENCED, _TAG):
        text = pattern.sub(_blank, text)
    return text


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
