"""The page in HTML: one file, with its style and its script, that loads nothing."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from bluf.html_page import html_page
from bluf.proof_page.make import ProofPageMaker
from bluf.views import labels_for, view

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.data import DataFile
    from bluf.evidence import Proven

_FOLDER = files("bluf.proof_page") / "page"


def proof_page(
    data: DataFile,
    proven: Proven,
    *,
    open_findings: int = 0,
    catalogues: Path | None = None,
) -> bytes:
    """The proof page of a brief; the same bytes for the same brief.

    Args:
        data: The brief.
        proven: What its sources bear out, and what became of its claims.
        open_findings: How many errors it was written in spite of.
        catalogues: Folder of the project's own catalogues of labels.

    Raises:
        UnknownLanguageError: There are no labels in the brief's language.
    """
    labels = labels_for(data.brief.language, catalogues)
    shown = view(data.brief, proven.proof, open_findings=open_findings, catalogues=catalogues)
    page = ProofPageMaker(data, proven, labels).page(shown)
    quotes = {
        quote.key: quote
        for section in page.sections
        for entry in section.entries
        for quote in entry.quotes
    }
    words = labels.vocabularies["proof"]
    return html_page(_FOLDER, page=page, quotes=quotes, labels=labels, words=words)
