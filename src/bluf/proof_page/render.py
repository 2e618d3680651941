"""The page in HTML: one file, with its style and its script, that loads nothing."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined

from bluf.model import Ledger
from bluf.proof_page.make import make_page
from bluf.views import labels_for

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.data import DataFile
    from bluf.evidence import Proven

_FOLDER = files("bluf.proof_page") / "page"


def proof_page(
    data: DataFile,
    proven: Proven,
    ledger: Ledger | None = None,
    *,
    open_findings: int = 0,
    catalogues: Path | None = None,
) -> bytes:
    """The proof page of a brief; the same bytes for the same brief.

    Args:
        data: The brief.
        proven: What its sources bear out.
        ledger: What became of its claims.
        open_findings: How many errors it was written in spite of.
        catalogues: Folder of the project's own catalogues of labels.

    Raises:
        UnknownLanguageError: There are no labels in the brief's language.
    """
    labels = labels_for(data.brief.language, catalogues)
    page = make_page(data, proven, ledger or Ledger(), open_findings, labels, catalogues)
    script = _read("page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    template = _environment().get_template("page.html")
    quotes = {
        quote.key: quote
        for section in page.sections
        for entry in section.entries
        for quote in entry.quotes
    }
    text = template.render(
        page=page,
        quotes=quotes,
        labels=labels,
        words=labels.vocabularies["proof"],
        style=_read("page.css"),
        script=script,
        script_hash=digest,
    )
    return text.encode("utf-8")


def _read(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
