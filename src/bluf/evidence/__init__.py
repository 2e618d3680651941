"""Evidence: sources read as a person reads them, and every quotation looked up in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.evidence.accounts import differences, single_sided
    from bluf.evidence.error import SourceError
    from bluf.evidence.listing import Row, rows
    from bluf.evidence.match import Searchable
    from bluf.evidence.proving import Proven, prove, proven
    from bluf.evidence.read import read_source
    from bluf.evidence.text import SourceText
    from bluf.evidence.verify import Hit, look_up_any

__all__ = [
    "Hit",
    "Proven",
    "Row",
    "Searchable",
    "SourceError",
    "SourceText",
    "differences",
    "look_up_any",
    "prove",
    "proven",
    "read_source",
    "rows",
    "single_sided",
]

if not TYPE_CHECKING:  # a checker knows the names above, and refuses others
    __getattr__ = door(
        __name__,
        {
            "accounts": ("differences", "single_sided"),
            "error": ("SourceError",),
            "match": ("Searchable",),
            "proving": ("Proven", "prove", "proven"),
            "read": ("read_source",),
            "listing": ("Row", "rows"),
            "text": ("SourceText",),
            "verify": ("Hit", "look_up_any"),
        },
    )
