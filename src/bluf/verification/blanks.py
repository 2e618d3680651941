"""What a draft holds besides its text: front matter, code, scripts, tags of site generators.

Quotation marks there quote nobody. They become blanks or letters, one for each character, so that
every other one keeps its line and its column.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.verification.marks import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLE = re.MULTILINE | re.DOTALL
_FRONT_MATTER = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)\w*[ \t]*\n.*?^(?P=fence)[ \t]*$", _WHOLE
)
_JSON_MATTER = re.compile(r"\A\{[ \t]*\n.*?^\}[ \t]*$", _WHOLE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_ELEMENT = re.compile(r"<(pre|code|kbd|samp|script|style)\b[^>]{0,500}>")
_INLINE = frozenset({"code", "kbd", "samp"})
_SIGNS = re.compile(f"[{re.escape(''.join(SIGNS))}]")
_CODE_SPAN = re.compile(r"(?<!`)(`{1,2})(?!`)[^`\n]{1,500}\1(?!`)")
_TAG = re.compile(r"\{\{[<%].{0,2000}?[>%]\}\}|\{%.{0,2000}?%\}|\{#.{0,2000}?#\}", re.DOTALL)
"""Shortcodes of Hugo, tags of Liquid and Jinja, none longer than anybody writes."""


def without_unread(text: str) -> str:
    """The text with blanks in place of what its reader is not to read as text."""
    for pattern in (_FRONT_MATTER, _JSON_MATTER):
        text = pattern.sub(_blank, text)
    text = "".join(_without_code(text))
    text = _CODE_SPAN.sub(_unmarked, _TAG.sub(_blank, text))
    return without_code_elements(text)


def without_code_elements(text: str) -> str:
    """The text of a page, or one with raw HTML in it, without what its code and scripts quote."""
    pieces: list[str] = []
    done = 0
    for opening in _ELEMENT.finditer(text):
        if opening.start() < done:
            continue
        closing = text.find(f"</{opening[1]}", opening.end())
        if closing < 0:
            break
        code = text[opening.end() : closing]
        inline = opening[1] in _INLINE
        pieces += (text[done : opening.end()], _SIGNS.sub("x", code) if inline else _letters(code))
        done = closing
    return "".join((*pieces, text[done:]))


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


def _unmarked(found: re.Match[str]) -> str:
    """Code within a line is read as text, but for its quotation marks."""
    return _SIGNS.sub("x", found[0])


def _letters(text: str) -> str:
    """No line becomes empty, where that would end what it stands in (CommonMark 4.6)."""
    return re.sub(r"\S", "x", text)


def _blank(found: re.Match[str]) -> str:
    return _blanks(found[0])


def _blanks(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
