"""Where a finding stands, in the terms that formats for machines share."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from octavo.location import Location, PageLocation, SheetLocation, TextLocation, WordLocation

if TYPE_CHECKING:
    from octavo.finding import Finding

_KINDS: dict[type, str] = {
    TextLocation: "text",
    SheetLocation: "sheet",
    PageLocation: "page",
    WordLocation: "word",
}


class PlaceParts(Struct, frozen=True):
    """A location taken apart.

    Attributes:
        kind: ``file``, ``text``, ``sheet``, ``page`` or ``word``.
        path: The file, as the user named it, with ``/`` between folders.
        line: Counts from 1; None where the file has no lines.
        column: Counts code points from 1; None where the file has no lines.
        place: The place within a file without lines, in words; empty where there is none.
    """

    kind: str
    path: str
    line: int | None
    column: int | None
    place: str


def parts_of(location: Location) -> PlaceParts:
    """The location, taken apart."""
    line, column, place = None, None, ""
    if isinstance(location, TextLocation):
        line, column = location.line, location.column
    elif isinstance(location, SheetLocation | PageLocation | WordLocation):
        place = location.place
    path = location.path.replace("\\", "/")
    return PlaceParts(_KINDS.get(type(location), "file"), path, line, column, place)


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """A name for each finding that stays the same when lines or paragraphs move above it.

    It is made from rule, file, message and excerpt, never from a line number. Findings alike in
    all of these are counted in order, after the colon.
    """
    seen: Counter[str] = Counter()
    names = []
    for finding in findings:
        parts = (finding.rule, parts_of(finding.location).path, finding.message, finding.excerpt)
        text = "\0".join(" ".join(part.split()) for part in parts)
        digest = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:16]
        seen[digest] += 1
        names.append(f"{digest}:{seen[digest]}")
    return names
