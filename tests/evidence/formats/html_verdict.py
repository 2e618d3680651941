"""What becomes of a quotation of a page."""

from __future__ import annotations

from bluf.evidence import Searchable, SourceError, decode_source, look_up_any


def verdict_on(page: str, quote: str) -> str:
    """“refused”, “doubted” or “seen”."""
    try:
        source = Searchable(decode_source(page.encode(), "page.html"))
    except SourceError:
        return "refused"
    hit = look_up_any(source, [quote])[0]
    if hit is None or not hit.stands:
        return "refused"
    return "doubted" if hit.sight.doubts else "seen"
