"""What Word demands of a file: the check that runs over every rendered file.

Neither schema validation nor Word's own validator sees all of it: a cell without a paragraph, a
repeated bookmark or an empty content control makes Word repair the file or drop text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.finding import Finding, Level
from octavo.ooxml.errors import STRUCTURE_INVALID
from octavo.ooxml.names import NAMESPACES, qn
from octavo.ooxml.places import places_of
from octavo.ooxml.structure.survey import StructureFlaw, Survey, survey_part

if TYPE_CHECKING:
    from octavo.ooxml.package import Package

    Found = Iterator[tuple[str, StructureFlaw]]

__all__ = ["check_structure"]
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


def check_structure(
    package: Package,
    trees: Mapping[str, etree._Element],
    *,
    relationships: Mapping[str, Collection[str]] | None = None,
) -> tuple[Finding, ...]:
    """Every fault of a Word file's structure, each at its place.

    An error makes Word refuse or repair the file; a warning is what Word passes over.

    Args:
        package: The file, or the template that it was made from: it names the stories and knows
            the relationships of parts that did not change.
        trees: Root elements of the parts to look at.
        relationships: Ids of the relationships of parts whose relationships changed.
    """
    found = {name: survey_part(root) for name, root in trees.items()}
    changed = relationships or {}
    known = {
        part: changed.get(part) or {one.id for one in package.relationships(part)} for part in found
    }
    flaws = [
        *((part, flaw) for part, survey in found.items() for flaw in survey.flaws),
        *missing_relationships(found, known),
        *repeated_drawings(found),
        *unresolved_references(found),
    ]
    if not flaws:
        return ()
    places = places_of(package, trees.get(package.main))
    return tuple(
        Finding(STRUCTURE_INVALID, flaw.level, flaw.message, places.of(flaw.element, part))
        for part, flaw in flaws
    )


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
