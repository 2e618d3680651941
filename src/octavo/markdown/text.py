"""The text of a template: its characters, its lines, its places."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from octavo.errors import TemplateError
from octavo.finding import Finding, Level
from octavo.inputs import Input, name_of, read_input, reason_of
from octavo.location import FileLocation, TextLocation

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
MOST_BYTES = 4 * 1024 * 1024


class TemplateText(Struct, frozen=True, dict=True):
    """A template as text with line feeds alone."""

    path: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(at + 1 for at, letter in enumerate(self.text) if letter == "\n")]

    @cached_property
    def fences(self) -> list[int]:
        """Where the lines begin that begin or end a block of code."""
        return [match.start() for match in _FENCE.finditer(self.text)]

    def location(self, position: int) -> TextLocation:
        """The line and column of a character, counted from 0."""
        line = bisect_right(self._starts, position)
        return TextLocation(self.path, line, position - self._starts[line - 1] + 1)

    def line_before(self, position: int) -> str:
        """What stands on the same line before a character."""
        return self.text[self.text.rfind("\n", 0, position) + 1 : position]

    def line_after(self, position: int) -> str:
        """What stands on the same line from a character on, its line feed left out."""
        end = self.text.find("\n", position)
        return self.text[position : end if end >= 0 else len(self.text)]

    def line_of(self, position: int) -> str:
        """The whole line on which a character stands."""
        return self.line_before(position) + self.line_after(position)


_REMOTE_PICTURE = re.compile(r"!(?=\[[^\[\]\n]*\]\(<?\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|//))")


def with_links(template: TemplateText) -> TemplateText:
    """The template with a link for each picture that a reader would load from elsewhere."""
    return TemplateText(template.path, _REMOTE_PICTURE.sub("", template.text))


def read_text(given: Input) -> TemplateText:
    """The text of a template: UTF-8, with or without a byte order mark, any line ends.

    Raises:
        TemplateError: It is not a regular file, too large, or not UTF-8 (names the byte).
    """
    path = name_of(given)
    return decoded(path, _read_bytes(given, path))


def decoded(path: str, data: bytes) -> TemplateText:
    """The text of a template that was read already.

    Raises:
        TemplateError: It is not UTF-8 (names the byte).
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        bom = len(data) - len(data.removeprefix(b"\xef\xbb\xbf"))
        message = (
            f"this is not UTF-8: byte {error.start + bom} is 0x{error.object[error.start]:02X}"
        )
        raise _refused(path, "encoding", message, "save the template as UTF-8") from None
    return TemplateText(path, text.replace("\r\n", "\n").replace("\r", "\n"))


def _read_bytes(given: Input, path: str) -> bytes:
    try:
        data = read_input(given, MOST_BYTES).data
    except OSError as error:
        message = f"the template cannot be read: {reason_of(error)}"
        raise _refused(path, "file-unreadable", message) from None
    if len(data) > MOST_BYTES:
        raise _refused(path, "limit-exceeded", "a template may have at most 4 MiB")
    return data


def _refused(path: str, rule: str, message: str, hint: str = "") -> TemplateError:
    finding = Finding(rule, Level.ERROR, message, FileLocation(path), hint)
    return TemplateError([finding])
