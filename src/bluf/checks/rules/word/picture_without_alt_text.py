"""A picture has no words for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from bluf.checks.word import WordFile
from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_SHOWN = (qn("pic:pic"), qn("c:chart"), _DIAGRAM)
_OUTSIDE = frozenset(map(qn, ("mc:Fallback", "w:del", "w:moveFrom")))


def find(file: WordFile) -> Iterator[Fault]:
    """A fault for each such picture."""
    for story in file.stories:
        for holder in story.root.iter(qn("w:drawing"), qn("w:pict"), qn("w:object")):
            if not any(a.tag in _OUTSIDE for a in holder.iterancestors()) and _is_mute(holder):
                hint = "in Word, right-click it, View Alt Text: say what it says"
                place = file.places.of(holder, story.part)
                yield Fault("the picture has no alternative text", place, hint)


def _is_mute(holder: etree._Element) -> bool:
    if holder.tag != qn("w:drawing"):
        return _is_mute_shape(holder)
    if next(holder.iter(*_SHOWN), None) is None:
        return False
    described = next(holder.iter(qn("wp:docPr")), None)
    if described is None or described.get("hidden") in {"1", "true"}:
        return described is None
    decorative = next(holder.iter(_DECORATIVE), None)
    if decorative is not None and decorative.get("val") != "0":
        return False
    return not (described.get("descr", "").strip() or described.get("title", "").strip())


def _is_mute_shape(holder: etree._Element) -> bool:
    """Whether an old drawing shows a picture and neither it nor its group has an ``alt``."""
    picture = next(holder.iter(qn("v:imagedata")), None)
    shapes = [] if picture is None else [*picture.iterancestors()]
    return picture is not None and not any(shape.get("alt", "").strip() for shape in shapes)


RULE = checked(__name__, WordFile, find)
