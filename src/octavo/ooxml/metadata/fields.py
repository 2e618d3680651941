"""Fields that tell of a person, a machine or a program's own data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml.elements import remove, unwrap
from octavo.ooxml.fields import fields_in
from octavo.ooxml.metadata.removal import Removal
from octavo.ooxml.names import qn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

_DATA: Final = qn("w:fldData")
_PROGRAMS: Final = frozenset({"ADDIN", "PRIVATE"})
"""Fields that hold a program's data; what they show is text."""
_PEOPLE: Final = frozenset({"FILENAME", "TEMPLATE", "USERADDRESS", "USERINITIALS", "USERNAME"})
"""Fields that show who made the template, and where it lay."""
WORDS: Final = (b"fldData", *(name.encode() for name in sorted(_PROGRAMS | _PEOPLE)))
"""What a part mentions that holds such a field."""


def settle_fields(root: etree._Element, keeps: Callable[[str], bool]) -> Iterator[Removal]:
    """Take such fields out of a part; what shows a person or a place goes with them."""
    for data in list(root.iter(_DATA)):
        remove(data)
    for one in list(fields_in(root)):
        if one.name in _PROGRAMS | _PEOPLE and one.is_closed:
            shown = [each for each in one.texts if each.getparent() is not None]
            yield from _emptied(one.name, shown, keeps)
            for mark in one.marks:
                remove(mark)
            unwrap(one.begin)


def _emptied(
    name: str, shown: list[etree._Element], keeps: Callable[[str], bool]
) -> Iterator[Removal]:
    text = "".join(each.text or "" for each in shown)
    if name in _PEOPLE and shown and not keeps(text):
        yield Removal(shown[0], f"the field {name} is left out, with what it shows")
        for each in shown:
            remove(each)
