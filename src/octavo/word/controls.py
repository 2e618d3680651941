"""Content controls that hold tags: no longer placeholders, bound only to what is filled too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml import qn, remove
from octavo.word.elements import whole_text
from octavo.word.names import CONTROL, CONTROL_CONTENT, CONTROL_PROPERTIES
from octavo.word.states import keep_state
from octavo.word.walk import loops, walk

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml import etree

    from octavo.word.draft import Draft

_BINDINGS: Final = (qn("w:dataBinding"), qn("w15:dataBinding"))
_STORE: Final = qn("w:storeItemID")
_PLACEHOLDER: Final = "PlaceholderText"


def tagged_controls(root: etree._Element) -> list[etree._Element]:
    """The controls of a story, as it was read, whose text holds tags."""
    return [
        control
        for control in root.iter(CONTROL)
        if (content := control.find(CONTROL_CONTENT)) is not None and "{" in whole_text(content)
    ]


def settle_controls(
    story: Draft, tagged: Collection[etree._Element], filled: Collection[str]
) -> None:
    """Make controls with tags plain ones; ``filled`` names the stores that are filled as well.

    Word shows the bound part's text as soon as it opens the file, so a binding stays only where
    that part is filled too, and not in a loop, where one store cannot hold many values. In a loop a
    control has no number either: Word gives each one its own.
    """
    for control, path in list(walk(story, CONTROL)):
        properties = control.find(CONTROL_PROPERTIES)
        if properties is None:
            continue
        if loops(path):
            _remove_all(properties, qn("w:id"))
        if control not in tagged:
            continue
        _remove_all(properties, qn("w:showingPlcHdr"))
        for style in list(control.iter(qn("w:rStyle"))):
            if style.get(qn("w:val")) == _PLACEHOLDER:
                remove(style)
        _unbind(properties, () if loops(path) else filled)
        keep_state(story, control, properties)


def _unbind(properties: etree._Element, filled: Collection[str]) -> None:
    for binding in properties.findall(_BINDINGS[0]) + properties.findall(_BINDINGS[1]):
        if (binding.get(_STORE) or "").lower() not in filled:
            properties.remove(binding)


def _remove_all(holder: etree._Element, name: str) -> None:
    for child in holder.findall(name):
        holder.remove(child)
