"""Two Word files side by side: text, structure, styles and properties, each difference placed.

What no reader sees does not count: ids, revision marks, the order of parts, compression.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.finding import Finding
from octavo.ooxml.comparison.parts import (
    compare_parts,
    compare_properties,
    compare_sections,
    compare_styles,
)
from octavo.ooxml.comparison.reader import outline_of
from octavo.ooxml.comparison.stories import compare_stories

if TYPE_CHECKING:
    from octavo.ooxml.package import Package

__all__ = ["compare"]


def compare(before: Package, after: Package) -> tuple[Finding, ...]:
    """How the second file differs from the first; nothing if people cannot tell them apart.

    Findings are of the rules ``text-differs``, ``structure-differs``, ``style-differs`` and
    ``property-differs``; their places are those of the second file, or of the first where
    something is gone, and their notes show both sides.
    """
    old, new = outline_of(before), outline_of(after)
    return (
        *compare_stories(old.stories, new.stories, after.path),
        *compare_sections(old.sections, new.sections, after.path),
        *compare_styles(before, after),
        *compare_properties(before, after),
        *compare_parts(before, after),
    )
