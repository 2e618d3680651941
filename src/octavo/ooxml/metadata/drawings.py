"""What pictures and drawings tell besides: metadata, names of files, copies of themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Final

from lxml import etree

from octavo.finding import Finding, Level
from octavo.location import Location
from octavo.ooxml.names import NAMESPACES, qn
from octavo.ooxml.package import Package, Part

_OFFICE: Final = "urn:schemas-microsoft-com:office:office"
_VML: Final = "urn:schemas-microsoft-com:vml"
_PICTURE: Final = qn("pic:cNvPr")
_TOLD: Final = (
    *((tag, name) for tag in (_PICTURE, qn("wp:docPr")) for name in ("name", "title", "descr")),
    (f"{{{_VML}}}imagedata", f"{{{_OFFICE}}}title"),
    (f"{{{_VML}}}shape", "alt"),
)
"""Attributes that often hold the path of a file."""
_NEEDED: Final = "name"
"""The one that a drawing has to have."""
_COPIES: Final = etree.XPath("//@o:gfxdata", namespaces={"o": _OFFICE})
_FILE: Final = re.compile(
    r"[\\/]|\.(?:png|jpe?g|jfif|gif|bmp|tiff?|emf|wmf|svg|webp|heic|pdf|docx?|pptx?|xlsx?)\s*\Z",
    re.IGNORECASE,
)
WORDS: Final = (b"gfxdata", b"cNvPr", b"docPr", b"imagedata", b"alt=")
"""What a part mentions that holds such an attribute."""
_PARTS: Final = (*dict.fromkeys(tag for tag, _ in _TOLD),)
_SPACES: Final = {"pic": NAMESPACES["pic"]}
UNREAD: Final = "picture-metadata"
CROPPED: Final = "picture-cropped"


def forget_files(root: etree._Element, keeps: Callable[[str], bool]) -> None:
    """Drop names and paths of files, and the copies of drawings that Word keeps for itself."""
    for copy in _COPIES(root):
        del copy.getparent().attrib[copy.attrname]
    for element in root.iter(*_PARTS):
        for tag, name in _TOLD:
            value = element.get(name) if element.tag == tag else None
            if value is None or keeps(value):
                continue
            if _FILE.search(value) or (tag == _PICTURE and name == _NEEDED):
                _forget(element, name)


def _forget(element: etree._Element, name: str) -> None:
    if name == _NEEDED:
        element.set(name, f"Picture {element.get('id', '')}".strip())
    else:
        del element.attrib[name]


def pictures(package: Package, removed: Collection[str]) -> tuple[dict[str, Part], list[str]]:
    """The pictures without metadata, and the names of those that keep what they have."""
    clean, unread = {}, []
    for name, part in package.parts.items():
        if part.content_type.startswith("image/") and name not in removed:
            from octavo.ooxml.images import without_metadata  # few templates have pictures

            data = without_metadata(part.data)
            if data is None:
                unread.append(name)
            elif data != part.data:
                clean[name] = part.with_data(data)
    return clean, unread


def untold(name: str, place: Location) -> Finding:
    """A warning for a picture whose kind is not known."""
    message = f"the metadata of the picture “{name}” cannot be removed: its format is unknown"
    hint = "put a PNG, JPEG, GIF, TIFF, WebP, EMF or SVG picture in its place"
    return Finding(UNREAD, Level.WARNING, message, place, hint)


def uncut(place: Location) -> Finding:
    """A note for a picture of which the page shows a part."""
    message = "what is cropped off this picture travels with the file all the same"
    hint = (
        "in Word, compress the picture and delete its cropped areas; what leaves the house is cut "
        "by itself where Pillow is installed: pip install 'bluf[pictures]'"
    )
    return Finding(CROPPED, Level.NOTE, message, place, hint)
