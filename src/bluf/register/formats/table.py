"""Every format by name."""

from __future__ import annotations

import re
from datetime import date
from importlib import import_module
from pathlib import Path

import octavo
from bluf.register.register import STAMP, Register

TEMPLATED = ("md", "docx")
"""The formats that are filled into a template, which may be the user's own."""
FORMATS = (*TEMPLATED, "html", "xlsx", "csv", "json", "ics")
"""Every format by its name, which is the ending of its file."""


def rendered(register: Register, kind: str, template: Path | None = None) -> bytes:
    """The register in a format, in its template where it has one; always the same bytes.

    Raises:
        FindingsError: The template is refused, or asks for what a register does not have.
    """
    if template is not None:
        from bluf.register.formats.rows import mapping  # as the formats, where it is used

        return octavo.render(template, mapping(register))
    made: bytes = import_module(f"bluf.register.formats.{kind}").render(register)
    return made


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
