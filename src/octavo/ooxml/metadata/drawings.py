"""What drawings tell besides: names and paths of files, and a second copy of themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml.names import NAMESPACES, qn

if TYPE_CHECKING:
    from collections.abc import Callable

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
