"""What the structure of a draft says of its words: block quotations, columns of quotations.

A kind of file without a reader here, such as PDF and plain text, has no such structure: only what
stands in quotation marks is known to be quoted there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import PurePath
from types import ModuleType

from bluf.verification.structure.block import Note, QuotedBlock, note_on

__all__ = ["Note", "QuotedBlock", "note_on", "notes_in", "quoted_blocks"]

_READERS = {
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".odt": "odt",
}


def quoted_blocks(data: bytes, name: str) -> tuple[QuotedBlock, ...]:
    """The block quotations and cells of quotations in a file, paragraph by paragraph."""
    module = _reader(name)
    if module is None:
        return ()
    read: Callable[[bytes, str], Iterable[QuotedBlock]] = module.read
    return tuple(block for block in read(data, name) if block.text.strip())


def notes_in(data: bytes, name: str) -> tuple[Note, ...]:
    """The footnotes and endnotes of a file, a note for each of its marks."""
    module = _reader(name)
    if module is None:
        return ()
    notes: Callable[[bytes, str], Iterable[Note]] = module.notes
    return tuple(notes(data, name))


def _reader(name: str) -> ModuleType | None:
    reader = _READERS.get(PurePath(name).suffix.lower())
    return import_module(f"bluf.verification.structure.{reader}") if reader else None
