"""What has to agree over all parts of a file: relationships, drawings, notes, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.finding import Level
from octavo.ooxml.names import NAMESPACES, qn
from octavo.ooxml.structure.survey import StructureFlaw

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from octavo.ooxml.structure.survey import Survey

    Found = Iterator[tuple[str, StructureFlaw]]

_REFERENCES: Final = (
    ("footnote reference", "footnote", Level.ERROR),
    ("endnote reference", "endnote", Level.ERROR),
    ("comment reference", "comment", Level.ERROR),
    ("numbering reference", "numbering", Level.WARNING),
)
_STYLES: Final = qn("w:styles")
"""Word's own templates refer to lists in styles without having them."""
_NO_NUMBERING: Final = "0"
"""``w:numId`` of a paragraph that is taken out of its list (ISO/IEC 29500-1, 17.9.18)."""


def missing_relationships(
    surveys: Mapping[str, Survey], known: Mapping[str, Collection[str]]
) -> Found:
    """Elements that refer to a relationship which their part does not have."""
    for part, survey in surveys.items():
        for missing in sorted(survey.relationship_ids.difference(known[part], ("",))):
            users = survey.root.xpath("(//@r:*[. = $id])[1]/..", namespaces=NAMESPACES, id=missing)
            yield part, StructureFlaw(users[0], f"the relationship “{missing}” does not exist")


def repeated_drawings(surveys: Mapping[str, Survey]) -> Found:
    """Ids of drawings are unique over all parts (ISO/IEC 29500-1, 20.4.2.5)."""
    seen: set[str] = set()
    for part, survey in surveys.items():
        for name, element in survey.ids.get("drawing", ()):
            if name in seen:
                yield part, StructureFlaw(element, f"the drawing id “{name}” is there twice")
            seen.add(name)


def unresolved_references(surveys: Mapping[str, Survey]) -> Found:
    """References to notes, comments and lists that do not exist."""
    for reference, kind, level in _REFERENCES:
        there = {name for survey in surveys.values() for name, _ in survey.ids.get(kind, ())}
        there.add(_NO_NUMBERING if kind == "numbering" else "")
        for part, survey in surveys.items():
            if survey.root.tag == _STYLES:
                continue
            for name, element in survey.ids.get(reference, ()):
                if name not in there:
                    message = f"the text refers to the {kind} “{name}”, which does not exist"
                    yield part, StructureFlaw(element, message, level)
