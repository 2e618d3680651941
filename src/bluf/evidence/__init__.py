"""Evidence: sources read as a person reads them, and every quotation looked up in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.evidence.accounts import differences, single_sided
    from bluf.evidence.citation import Citation, citations
    from bluf.evidence.error import SourceError
    from bluf.evidence.inquiry import Likeness, Sighting, likenesses, quoted_spans, sightings
    from bluf.evidence.listing import ListedQuotation, rows
    from bluf.evidence.match import Searchable
    from bluf.evidence.memory import SourceMemory
    from bluf.evidence.normal import UNSPACED, normal_text
    from bluf.evidence.passage import Remark
    from bluf.evidence.proving import Proven, proven
    from bluf.evidence.quotation import in_either_case
    from bluf.evidence.read import READERS, decode_source, read_source, source_bytes
    from bluf.evidence.sight import Hit
    from bluf.evidence.text import SourceText
    from bluf.evidence.verify import look_up_any
    from bluf.evidence.wrapping import unwrapped

if not TYPE_CHECKING:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
