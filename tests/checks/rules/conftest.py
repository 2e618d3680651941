"""Word files for the checks of this room."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from bluf.checks.word import read_word

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject

    from bluf.checks.word import WordFile


def read_back(made: DocumentObject) -> WordFile:
    """What the checks read of a document."""
    buffer = BytesIO()
    made.save(buffer)
    return read_word(buffer.getvalue(), "a.docx")
