"""Pictures of which the page shows a part: the rest travels too, unless it is cut off."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec.structs import replace

from octavo.ooxml.names import qn

if TYPE_CHECKING:
    from octavo.ooxml.package import Package

_FILLS: Final = (qn("pic:blipFill"), qn("a:blipFill"))
_SIDES: Final = ("l", "t", "r", "b")
_WHOLE: Final = 100_000
"""A side is cropped by so many parts of this many (ECMA-376, 20.1.10.41)."""
_KINDS: Final = {"image/png": "PNG", "image/jpeg": "JPEG", "image/bmp": "BMP", "image/tiff": "TIFF"}
"""Kinds of pictures that are cut, by their types of content."""
_QUALITY: Final = 95

Sides = tuple[int, int, int, int]


def cropped(root: etree._Element) -> Iterator[etree._Element]:
    """The fills of a part that show but a part of their picture."""
    for fill in root.iter(*_FILLS):
        if any(_sides(fill)):
            yield fill


def crop(package: Package) -> Package:
    """The package with its cropped pictures cut, so that what is cropped off does not travel.

    A picture stays as it is where it is shown twice in different parts, is of another kind, or
    where Pillow is not installed: `cropped` still finds it.
    """
    trees = {name: root for name, root in package.trees().items() if list(cropped(root))}
    if not trees:
        return package
    own = {name: deepcopy(root) for name, root in trees.items()}
    uses = _uses(package, {**package.trees(), **own})
    cut = {}
    for name, fills in uses.items():
        ways = {_sides(fill) for fill in fills}
        data = _cut(package, name, ways.pop()) if len(ways) == 1 else None
        if data is not None:
            cut[name] = package.parts[name].with_data(data)
            rects = [(fill, rect) for fill in fills for rect in fill.findall(qn("a:srcRect"))]
            for fill, rect in rects:
                fill.remove(rect)
    made = package.with_trees(own)
    return replace(made, parts={**made.parts, **cut})


def _uses(package: Package, trees: Mapping[str, etree._Element]) -> dict[str, list[etree._Element]]:
    """The fills that show each picture, by the name of its part."""
    found: defaultdict[str, list[etree._Element]] = defaultdict(list)
    for source, root in trees.items():
        targets = {one.id: one.target for one in package.relationships(source)}
        for fill in root.iter(*_FILLS):
            blip = fill.find(qn("a:blip"))
            name = targets.get("" if blip is None else blip.get(qn("r:embed"), ""))
            if name in package.parts:
                found[str(name)].append(fill)
    return found


def _sides(fill: etree._Element) -> Sides:
    """How much is cropped off each side; nothing where the picture is made smaller."""
    rect = fill.find(qn("a:srcRect"))
    if rect is None:
        return 0, 0, 0, 0
    left, top, right, bottom = (_share(rect.get(side, "0")) for side in _SIDES)
    return left, top, right, bottom


def _share(written: str) -> int:
    """A share of the whole; the strict form of the standard writes it in per cent."""
    per, number = (_WHOLE // 100, written[:-1]) if written.endswith("%") else (1, written)
    try:
        return max(0, int(float(number) * per))
    except ValueError:
        return 0


def _cut(package: Package, name: str, sides: Sides) -> bytes | None:
    """The picture without what is cropped off; None where it cannot be cut."""
    kind = _KINDS.get(package.parts[name].content_type)
    if kind is None or not any(sides):
        return None
    from octavo.ooxml.images import without_metadata  # few pictures are cropped

    try:
        from PIL import Image  # an extra
    except ImportError:
        return None
    left, top, right, bottom = sides
    try:
        with Image.open(io.BytesIO(package.parts[name].data), formats=[kind]) as picture:
            width, height = picture.size
            box = (
                width * left // _WHOLE,
                height * top // _WHOLE,
                width - width * right // _WHOLE,
                height - height * bottom // _WHOLE,
            )
            how = {"quality": _QUALITY} if kind == "JPEG" else {}
            target = io.BytesIO()
            picture.crop(box).save(target, kind, dpi=picture.info.get("dpi", (96, 96)), **how)
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    return without_metadata(target.getvalue())
