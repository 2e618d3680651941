"""Evidence: sources read as a person reads them, and every quotation looked up in them."""

from __future__ import annotations

from bluf.evidence.accounts import differences, single_sided
from bluf.evidence.error import SourceError
from bluf.evidence.prove import prove
from bluf.evidence.read import read_source
from bluf.evidence.rows import Row, rows
from bluf.evidence.text import SourceText

__all__ = [
    "Row",
    "SourceError",
    "SourceText",
    "differences",
    "prove",
    "read_source",
    "rows",
    "single_sided",
]
