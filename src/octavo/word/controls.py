"""Content controls that hold tags: no longer placeholders, bound only to what is filled too.

The state of a box, a date or a choice follows what its tag prints.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from lxml import etree
from msgspec import Struct

from octavo.ooxml import qn, remove
from octavo.word.elements import (
    CONTROL,
    CONTROL_CONTENT,
    CONTROL_PROPERTIES,
    changed,
    spaces_of,
    whole_text,
)
from octavo.word.walk import loops, walk

if TYPE_CHECKING:
    from octavo.word.draft import Draft
    from octavo.word.rendering import Rendering

_BINDINGS: Final = (qn("w:dataBinding"), qn("w15:dataBinding"))
_PLACEHOLDER: Final = "PlaceholderText"
_BOX: Final = qn("w14:checkbox")
_CHECKED: Final = qn("w14:checked")
_BOX_VALUE: Final = qn("w14:val")
_DATE: Final = qn("w:date")
_LISTS: Final = (qn("w:dropDownList"), qn("w:comboBox"))
_STATEFUL: Final = frozenset({_BOX, _DATE, *_LISTS})
_USUAL_SIGN: Final = "\u2612"
"""What Word shows in a box that is checked, where its control names no sign."""


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
        if (binding.get(qn("w:storeItemID")) or "").lower() not in filled:
            properties.remove(binding)


def _remove_all(holder: etree._Element, name: str) -> None:
    for child in holder.findall(name):
        holder.remove(child)


class StateKeeper(Struct, frozen=True):
    """Sets the state of a control by what it shows.

    ``spaces`` declares the namespaces that the control is written with.
    """

    spaces: str

    def keep(self, pieces: list[str], _rendering: Rendering) -> list[str]:
        """The control in the state that its text says."""
        return [changed("".join(pieces), self.spaces, _settle)]


def keep_state(story: Draft, control: etree._Element, properties: etree._Element) -> None:
    """Hold back a control that holds a tag and has a state."""
    if any(one.tag in _STATEFUL for one in properties):
        before, after = story.capture(StateKeeper(spaces_of(story.root)))
        control.addprevious(before)
        control.addnext(after)


def _settle(holder: etree._Element) -> None:
    control: Any = holder.find(CONTROL)
    properties, content = control.find(CONTROL_PROPERTIES), control.find(CONTROL_CONTENT)
    text = "".join(one.text or "" for one in content.iter(qn("w:t"))).strip()
    for one in properties:
        if one.tag == _BOX:
            _check(one, text)
        elif one.tag == _DATE:
            _set(one, qn("w:fullDate"), _moment(text))
        elif one.tag in _LISTS:
            _set(one, qn("w:lastValue"), _choice(one, text))


def _check(box: etree._Element, text: str) -> None:
    """Checked where the text is the sign for it."""
    state = box.find(qn("w14:checkedState"))
    code = "" if state is None else state.get(_BOX_VALUE) or ""
    sign = chr(int(code, 16)) if code else _USUAL_SIGN
    checked: Any = box.find(_CHECKED)
    if checked is None:
        checked = box.makeelement(_CHECKED)
        box.insert(0, checked)
    checked.set(_BOX_VALUE, "1" if text == sign else "0")


def _set(element: etree._Element, name: str, value: str) -> None:
    """Say what is known; what is not known any more goes."""
    if value:
        element.set(name, value)
    else:
        element.attrib.pop(name, None)


def _moment(text: str) -> str:
    """The moment of a date written as ISO 8601; empty for another."""
    try:
        return f"{date.fromisoformat(text[:10]).isoformat()}T00:00:00Z"
    except ValueError:
        return ""


def _choice(choices: etree._Element, text: str) -> str:
    """The value of the choice that is shown; empty where there is no such choice."""
    for one in choices:
        if text in {one.get(qn("w:displayText")), one.get(qn("w:value"))}:
            return one.get(qn("w:value")) or ""
    return ""
