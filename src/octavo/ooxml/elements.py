"""Taking elements out of a tree, and putting others where they stood.

What stands behind an element as its tail goes along: it is layout, which Word has none of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree


def replace(element: etree._Element, others: Iterable[etree._Element]) -> None:
    """Put other elements, or none, where an element stands; a root stays."""
    parent = element.getparent()
    if parent is not None:
        index = parent.index(element)
        parent[index : index + 1] = list(others)


def unwrap(element: etree._Element) -> None:
    """Put the children of an element in its place; a root stays."""
    replace(element, element)


def remove(*elements: etree._Element) -> None:
    """Take elements out of their tree; a root stays."""
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
