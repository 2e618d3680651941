"""Content controls of plain text (ECMA-376 part 1, 17.5.2), and those bound to a property.

A control that is bound to a property of the file, such as its title, shows that property, whatever
is stored in it. LibreOffice sets such a text, and any plain one in a line, as the paragraph's style
says; Word as its runs say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from octavo.ooxml import CORE_PROPERTIES
from octavo.pages.tags import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from octavo.ooxml import Package

CONTROL = "a content control of plain text"
_LAST_NAME = re.compile(r"(?:\w+:)?(\w+)(?:\[1\])?")


class Control(NamedTuple):
    """A run of a control; ``text`` is what is shown in its place, None where it stands."""

    text: str | None


def core_properties(package: Package) -> dict[str, str]:
    """Title, creator and the like, by their names."""
    names = package.related("", CORE_PROPERTIES)
    found = package.parts[names[0]].root if names else ()
    return {str(child.tag).rpartition("}")[2]: child.text for child in found if child.text}


def controls(block: _Element, core: Mapping[str, str]) -> Iterator[tuple[_Element, Control]]:
    """The runs of all controls of plain text in a block."""
    for control in block.iter(W + "sdt"):
        properties, content = control.find(W + "sdtPr"), control.find(W + "sdtContent")
        if properties is None or content is None:
            continue
        bound = _property(properties, core)
        in_line = content.find(f".//{W}p") is None
        if bound is not None or (in_line and properties.find(W + "text") is not None):
            yield from _runs(content, bound)


def _property(properties: _Element, core: Mapping[str, str]) -> str | None:
    """The property that a control is bound to; None where there is none."""
    binding = properties.find(W + "dataBinding")
    path = "" if binding is None else binding.get(W + "xpath", "")
    name = _LAST_NAME.fullmatch(path.rpartition("/")[2])
    return core.get(name[1]) if name and "coreProperties" in path else None


def _runs(content: _Element, bound: str | None) -> Iterator[tuple[_Element, Control]]:
    stored = "".join(text.text or "" for text in content.iter(W + "t"))
    replaced = bound is not None and bound != stored
    for at, run in enumerate(content.iter(W + "r")):
        shown = bound if not at else ""
        yield run, Control(shown if replaced else None)
