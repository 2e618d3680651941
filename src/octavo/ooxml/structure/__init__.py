"""What Word demands of a file: the check that runs over every rendered file.

Neither schema validation nor Word's own validator sees all of it: a cell without a paragraph, a
repeated bookmark or an empty content control makes Word repair the file or drop text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.finding import Finding
from octavo.ooxml.errors import STRUCTURE_INVALID
from octavo.ooxml.places import places_of
from octavo.ooxml.structure.across import (
    missing_relationships,
    repeated_drawings,
    unresolved_references,
)
from octavo.ooxml.structure.survey import survey_part

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from lxml import etree

    from octavo.ooxml.package import Package

__all__ = ["check_structure"]


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
