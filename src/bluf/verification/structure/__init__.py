"""What the structure of a draft says of its words: block quotations, columns of quotations.

A kind of file without a reader here, such as PDF and plain text, has no such structure: only what
stands in quotation marks is known to be quoted there.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from bluf.verification.structure.block import QuotedBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["QuotedBlock", "quoted_blocks"]

_READERS = {
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
}


def quoted_blocks(data: bytes, name: str) -> tuple[QuotedBlock, ...]:
    """The block quotations and cells of quotations in a file, paragraph by paragraph."""
    reader = _READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        return ()
    module = import_module(f"bluf.verification.structure.{reader}")
    read: Callable[[bytes, str], Iterable[QuotedBlock]] = module.read
    return tuple(block for block in read(data, name) if block.text.strip())
