"""Every format by name."""

from __future__ import annotations

import re
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.register.register import STAMP

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.register.register import Register


def _render(name: str) -> Callable[..., bytes]:
    """The ``render`` of a module of this room, which is loaded when it is first used."""

    def render(*given: object) -> bytes:
        made: bytes = import_module(f"bluf.register.formats.{name}").render(*given)
        return made

    return render


class Format(Struct, frozen=True):
    """A format for files: what it is called, and the function that makes the bytes.

    The name is the ending of the file too. The same register gives the same bytes, always.
    """

    name: str
    about: str
    render: Callable[[Register], bytes]


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("html", "one page for a browser, with timelines", _render("html")),
        Format("xlsx", "Excel workbook", _render("xlsx")),
        Format("csv", "comma-separated values", _render("csv")),
        Format("json", "JSON", _render("json")),
        Format("ics", "iCalendar", _render("ics")),
    )
}
"""Every format that needs nothing besides the register, by name."""


class TemplatedFormat(Struct, frozen=True):
    """A format that is filled into a template, which may be the user's own."""

    name: str
    about: str
    render: Callable[[Register, Path], bytes]


TEMPLATED: dict[str, TemplatedFormat] = {
    each.name: each
    for each in (
        TemplatedFormat("md", "Markdown", _render("markdown")),
        TemplatedFormat("docx", "Word", _render("word")),
    )
}
"""Every format that is filled into a template, by name."""

_STATED = re.compile(rb"(?:%b(?:as of )?|as_of,[^\n]*\n)(\d{4}-\d\d-\d\d)" % STAMP.encode())


def stated_day(data: bytes) -> date | None:
    """The day that a written register says it is of, or None where it says none."""
    found = _STATED.search(_unpacked(data))
    return date.fromisoformat(found[1].decode()) if found else None


def _unpacked(data: bytes) -> bytes:
    """What is in an archive; other files as they are."""
    from octavo.ooxml import PackageError, read_members  # only for what is written

    try:
        return b"\n".join(read_members(data, "").values())
    except PackageError:
        return data
