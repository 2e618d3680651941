"""What a paragraph works with, besides what it says: fields, controls, bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml.fields import fields_in
from octavo.ooxml.names import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from octavo.ooxml.comparison.looks import Look

_PARAGRAPH: Final = qn("w:p")
_CONTROL: Final = qn("w:sdt")
_VALUES: Final = {
    "name": "w:sdtPr/w:alias/@w:val",
    "tag": "w:sdtPr/w:tag/@w:val",
    "checked": "w:sdtPr/w14:checkbox/w14:checked/@w14:val",
    "date": "w:sdtPr/w:date/@w:fullDate",
    "choice": "w:sdtPr/w:dropDownList/@w:lastValue",
    "entry": "w:sdtPr/w:comboBox/@w:lastValue",
    "bound to": "w:sdtPr/w:dataBinding/@w:xpath",
    "locked": "w:sdtPr/w:lock/@w:val",
}
_OFF: Final = frozenset({"false", "off"})


def states_of(paragraph: etree._Element) -> Look:
    """The codes of fields, the states of controls and the names of bookmarks of a paragraph."""
    return (*_fields(paragraph), *_controls(paragraph), *_bookmarks(paragraph))


def _fields(paragraph: etree._Element) -> Iterator[tuple[str, str]]:
    for field in fields_in(paragraph):
        yield "field", " ".join(field.code.split())


def _controls(paragraph: etree._Element) -> Iterator[tuple[str, str]]:
    around = paragraph.iterancestors(_CONTROL)
    first = (one for one in around if next(one.iter(_PARAGRAPH)) is paragraph)
    for control in (*first, *paragraph.iter(_CONTROL)):
        yield "control", ", ".join(_state(control)) or "plain"


def _state(control: etree._Element) -> Iterator[str]:
    for name, path in _VALUES.items():
        steps, _, attribute = path.rpartition("/@")
        found = control.find("/".join(map(qn, steps.split("/"))))
        value = "" if found is None else found.get(qn(attribute)) or ""
        if value:
            yield f"{name} {'0' if value in _OFF else '1' if value in {'true', 'on'} else value}"


def _bookmarks(paragraph: etree._Element) -> Iterator[tuple[str, str]]:
    """Names that people give; those that begin with a low line are Word's own."""
    for mark in paragraph.iter(qn("w:bookmarkStart")):
        name = mark.get(qn("w:name")) or ""
        if not name.startswith("_"):
            yield "bookmark", name
