"""Fields that tell of a person, a machine or a program's own data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from octavo.ooxml.metadata.removal import Removal, remove, unwrap
from octavo.ooxml.names import qn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

_CHAR: Final = qn("w:fldChar")
_CODE: Final = qn("w:instrText")
_TEXT: Final = qn("w:t")
_SIMPLE: Final = qn("w:fldSimple")
_DATA: Final = qn("w:fldData")
_PROGRAMS: Final = frozenset({"ADDIN", "PRIVATE"})
"""Fields that hold a program's data; what they show is text."""
_PEOPLE: Final = frozenset({"FILENAME", "TEMPLATE", "USERADDRESS", "USERINITIALS", "USERNAME"})
"""Fields that show who made the template, and where it lay."""
WORDS: Final = (b"fldData", *(name.encode() for name in sorted(_PROGRAMS | _PEOPLE)))
"""What a part mentions that holds such a field."""


class _OpenField(Struct):
    """A field whose end was not met yet: its marks and code, and what it shows."""

    marks: list[etree._Element] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    shown: list[etree._Element] = field(default_factory=list)
    in_code: bool = True


def settle_fields(root: etree._Element, keeps: Callable[[str], bool]) -> Iterator[Removal]:
    """Take such fields out of a part; what shows a person or a place goes with them."""
    for data in list(root.iter(_DATA)):
        remove(data)
    for simple in list(root.iter(_SIMPLE)):
        name, shown = _name(simple.get(qn("w:instr"), "")), list(simple.iter(_TEXT))
        if name in _PROGRAMS | _PEOPLE:
            yield from _emptied(name, shown, keeps)
            unwrap(simple)
    for found in list(_closed(root)):
        name = _name("".join(found.code))
        if name in _PROGRAMS | _PEOPLE:
            yield from _emptied(name, found.shown, keeps)
            for mark in found.marks:
                remove(mark)


def _name(code: str) -> str:
    return next(iter(code.split()), "").upper()


def _emptied(
    name: str, shown: list[etree._Element], keeps: Callable[[str], bool]
) -> Iterator[Removal]:
    text = "".join(each.text or "" for each in shown)
    if name in _PEOPLE and shown and not keeps(text):
        yield Removal(shown[0], f"the field {name} is left out, with what it shows")
        for each in shown:
            remove(each)


def _closed(root: etree._Element) -> Iterator[_OpenField]:
    """Every field that begins and ends within a part."""
    stack: list[_OpenField] = []
    for element in root.iter(_CHAR, _CODE, _TEXT):
        kind = element.get(qn("w:fldCharType")) if element.tag == _CHAR else ""
        if kind == "begin":
            stack.append(_OpenField())
        if stack:
            _take(stack[-1], element, kind or "")
        if stack and kind == "end":
            yield stack.pop()


def _take(found: _OpenField, element: etree._Element, kind: str) -> None:
    """Add an element to the field that it belongs to."""
    if element.tag != _TEXT:
        found.marks.append(element)
    elif not found.in_code:
        found.shown.append(element)
    if element.tag == _CODE:
        found.code.append(element.text or "")
    if kind == "separate":
        found.in_code = False
