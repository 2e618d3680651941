"""Controls whose state follows what a tag prints: boxes, dates, choices."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from octavo.ooxml import qn
from octavo.word.elements import changed, spaces_of
from octavo.word.names import CONTROL, CONTROL_CONTENT, CONTROL_PROPERTIES

if TYPE_CHECKING:
    from lxml import etree

    from octavo.word.draft import Draft
    from octavo.word.rendering import Rendering

_BOX: Final = qn("w14:checkbox")
_CHECKED: Final = qn("w14:checked")
_ON: Final = qn("w14:checkedState")
_BOX_VALUE: Final = qn("w14:val")
_DATE: Final = qn("w:date")
_FULL_DATE: Final = qn("w:fullDate")
_LISTS: Final = (qn("w:dropDownList"), qn("w:comboBox"))
_LAST: Final = qn("w:lastValue")
_STATEFUL: Final = frozenset({_BOX, _DATE, *_LISTS})
_USUAL_SIGN: Final = "\u2612"
"""What Word shows in a box that is checked, where its control names no sign."""


class StateKeeper(Struct, frozen=True):
    """Sets the state of a control by what it shows.

    ``spaces`` declares the namespaces that the control is written with.
    """

    spaces: str

    def keep(self, pieces: list[str], rendering: Rendering) -> list[str]:
        """The control in the state that its text says."""
        del rendering
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
            _set(one, _FULL_DATE, _moment(text))
        elif one.tag in _LISTS:
            _set(one, _LAST, _choice(one, text))


def _check(box: etree._Element, text: str) -> None:
    """Checked where the text is the sign for it."""
    state = box.find(_ON)
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
