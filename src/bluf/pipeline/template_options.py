"""What a Word template asks for by itself, in its custom properties."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from octavo.ooxml import RELATIONSHIP_BASE, read_file, read_package

if TYPE_CHECKING:
    from pathlib import Path

_CUSTOM = RELATIONSHIP_BASE + "custom-properties"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_BOOLEAN = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}bool"
_ON = ("true", "1")


@lru_cache(maxsize=64)
def wishes(template: Path, state: object = None) -> frozenset[str]:
    """The custom properties of the kind “Yes or no” that say yes (ECMA-376, 22.3).

    Raises:
        FindingsError: The template is none, or not a safe one.
    """
    del state  # what was read of a template holds while its folder is as it was
    package = read_package(read_file(template), str(template))
    return frozenset(
        entry.get("name", "")
        for name in package.related("", _CUSTOM)
        for entry in package.parts[name].root.iter(_PROPERTY)
        if entry.findtext(_BOOLEAN, "") in _ON
    )
