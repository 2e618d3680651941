"""Text of unknown origin made harmless: nothing in it steers a terminal or a CI server's log."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0, DEL and C1, so every escape sequence
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the direction of writing
    "\u2028\u2029\ufeff\ufffe\uffff"  # line breaks of Unicode, marks of byte order
    "\ud800-\udfff"  # halves of pairs, which no encoding can write
    "]"
)
_KEPT = re.compile(r"(\x1b\[[0-9;]*[mK]|\t|[\u2066-\u2069])")
_LOG_COMMAND = re.compile(r"##(\w*)\[")
_LAST_BYTE = 0xFF
_LEADING_COMMAND = re.compile(r"\s*::")


def escaped(text: str) -> str:
    r"""The text on one line, with what would steer a terminal spelt out: ``\x1b``, ``\u202e``.

    So is the bracket of ``##[name]``, ``##vso[name]`` and ``##teamcity[name]``, which GitHub, Azure
    and TeamCity take for commands anywhere in a line.
    """
    return _LOG_COMMAND.sub(r"##\1\\x5b", _STEERING.sub(_spelt_out, text))


def harmless(line: str) -> str:
    r"""A line that no CI server takes for a command.

    GitHub reads ``::name`` after any white space at the start of a line.
    """
    line = escaped(line)
    return _LEADING_COMMAND.sub(r"\\x3a:", line, count=1) if _LEADING_COMMAND.match(line) else line


def shown(text: str) -> str:
    """Lines for people, made fit to print: colours and tabs stay, what steers or orders goes."""
    return "\n".join(_shown_line(line) for line in text.split("\n"))


def _shown_line(line: str) -> str:
    pieces = _KEPT.split(line)  # every second one is kept as it is
    pieces[::2] = map(escaped, pieces[::2])
    if _LEADING_COMMAND.match("".join(pieces[::2])):
        pieces[0] = "\\x20" + pieces[0]
    return "".join(pieces)


def _spelt_out(match: re.Match[str]) -> str:
    code = ord(match.group())
    if match.group() in "\n\r\t":
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}[match.group()]
    return f"\\x{code:02x}" if code <= _LAST_BYTE else f"\\u{code:04x}"
