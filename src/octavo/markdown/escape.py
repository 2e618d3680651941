"""Values as Markdown text: they print as typed, whatever is in them.

Held against the GitHub Flavored Markdown specification 0.29: a backslash before ASCII punctuation
makes it text (section 6.1), in tables too, where it also keeps ``|`` from ending a cell (4.10).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote

from octavo.expressions import reader_of_marks, strong_pieces, unfit

if TYPE_CHECKING:
    from markdown_it.token import Token

_ALWAYS = re.compile(r"[\\`*_\[\]<>|~]")
"""Characters that begin or end emphasis, code, links, HTML, cells or strikethrough anywhere."""
_ENTITY = re.compile(r"&(?=#?\w+;)")
"""An ampersand that would begin a character reference (6.2)."""
_BLOCK_START = re.compile(r"\A(?:[#+\-=:.)]|(\d{1,9})(?=[.)](?:\s|\Z)))")
"""What could begin a heading, a list, a rule, or a delimiter row (4.1 to 5.2), at the start."""
_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029\v\f\x85]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BREAK = "<br>"


def escape(value: str) -> str:
    """A value that prints as typed wherever text may stand: paragraph, heading, list, cell.

    Line breaks become ``<br>``, the one form that a cell and a heading take too; blanks and breaks
    at its ends and control characters, which no renderer shows, are dropped.
    """
    shown = _CONTROL.sub("", value.replace("\t", " ")).strip()
    lines = _LINE_END.split(shown)
    return _BREAK.join(escape_text(line.strip(" ")) for line in lines)


def escape_text(line: str) -> str:
    """One line that prints as typed, its blanks kept."""
    escaped = _ENTITY.sub("&amp;", _ALWAYS.sub(r"\\\g<0>", line))
    return _BLOCK_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    """A backslash goes before a mark, but behind a number: it is the dot that makes it a list."""
    return f"{match[0]}\\" if match[1] else f"\\{match[0]}"


_BLANKS = re.compile(r"[ \t\r\n\v\f]+")
"""Blanks that may break a line; one that may not stays what it is."""
LINKS = ("https:", "http:", "mailto:")
"""Where a link may lead."""
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
"""What an address begins with that is no path."""
TURNING = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Controls that turn the direction of writing."""
_NOT_IN_TARGET = re.compile(r"[\x00-\x20\x7f()<>\\|\"]")


def escape_marked(value: str) -> str:
    """A value whose emphasis and ``http``, ``https`` and ``mailto`` links are meant.

    Everything else in it prints as typed: code, images, HTML, headings, lists and tables are text.
    """
    text = _BLANKS.sub(" ", value).strip(" ")
    pieces = strong_pieces(text)
    if pieces is not None:
        return "**".join(map(escape_text, pieces))
    (inline,) = reader_of_marks().parseInline(text)
    return _Writer().write(inline.children or [])


def escape_target(value: str) -> str:
    """Where a link leads: an ``http``, ``https`` or ``mailto`` address, or a path.

    What would end the target is percent-encoded (RFC 3986, section 2.1).

    Raises:
        FaultError: The address is of another scheme.
    """
    if SCHEME.match(value) and not value.startswith(LINKS):
        raise unfit("a link leads to http, https or mailto addresses only")
    if TURNING.search(unquote(value)):
        raise unfit("a link holds no control that turns the direction of writing")
    return _NOT_IN_TARGET.sub(lambda match: f"%{ord(match[0]):02X}", value)


def escape_picture(value: str) -> str:
    """Where a picture lies: a path, so that whoever reads the file loads nothing from elsewhere.

    Raises:
        FaultError: It is an address.
    """
    if SCHEME.match(value) or value.startswith(("//", "\\\\")):
        raise unfit("a picture lies beside the file; link to one that lies elsewhere: [words](…)")
    return escape_target(value)


class _Writer:
    """Writes the tokens of one value; remembers where an open link leads."""

    def __init__(self) -> None:
        self._target = ""

    def write(self, tokens: Iterable[Token]) -> str:
        written = ""
        for token in tokens:
            piece = self._token(token)
            if piece == "[" and written.endswith("!"):  # no picture is meant
                written = f"{written[:-1]}\\!"
            written += piece
        return written

    def _token(self, token: Token) -> str:
        match token.type:
            case "em_open" | "em_close" | "strong_open" | "strong_close":
                return token.markup.replace("_", "*")
            case "link_open":
                target = str(token.attrs.get("href", ""))
                fine = target.startswith(LINKS) and not TURNING.search(unquote(target))
                self._target = target if fine else ""
                return "[" if self._target else ""
            case "link_close":
                return f"]({escape_target(self._target)})" if self._target else ""
            case _:
                return escape_text(token.content)
