"""Taking elements out of a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree


class Removal(Struct, frozen=True):
    """A text that is about to be left out; its element still stands where it stood."""

    element: etree._Element
    message: str


def remove(element: etree._Element) -> None:
    """Take an element out of what it stands in, if it stands in anything."""
    _replace(element, ())


def unwrap(element: etree._Element) -> None:
    """Put the children of an element in its place."""
    _replace(element, list(element))


def _replace(element: etree._Element, others: Sequence[etree._Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = others
