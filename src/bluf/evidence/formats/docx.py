"""Word files: the text that Word prints, in the paragraph or cell it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.evidence.error import SourceError, refusal
from bluf.evidence.text import join_blocks
from octavo.location import FileLocation
from octavo.ooxml import PackageError, read_package, read_text

if TYPE_CHECKING:
    from bluf.evidence.text import SourceText


def read(data: bytes, path: str) -> SourceText:
    """The visible text of a Word file, as `octavo.ooxml.read_text` sees it.

    Raises:
        SourceError: What the gate of `octavo.ooxml.read_package` found, or ``source-unreadable``
            for a file without text.
    """
    try:
        paragraphs = read_text(read_package(data, path))
    except PackageError as error:
        raise SourceError(error.findings) from None
    blocks = [(block.text, block.location) for block in paragraphs if block.text.strip()]
    if not blocks:
        message = "the file holds no text: it may be the picture of a page"
        hint = "have its text recognised (OCR), and save that as a file in UTF-8"
        raise refusal("source-unreadable", message, FileLocation(path), hint)
    return join_blocks(path, blocks)
