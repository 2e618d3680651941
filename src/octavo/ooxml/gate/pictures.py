"""Pictures in SVG, which is XML and may fetch or run something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from octavo.ooxml.addresses import SCHEME
from octavo.ooxml.gate.contents import GateFault
from octavo.ooxml.names import NAMESPACES, qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from octavo.ooxml.gate.contents import Contents

_SVG: Final = f"{{{NAMESPACES['svg']}}}"
_HINT: Final = "put the picture in as a PNG"
_LINK: Final = _SVG + "a"
_STYLE: Final = _SVG + "style"
_ADDRESSES: Final = ("href", qn("xlink:href"))
_IMPORTED: Final = re.compile(r"""(?:url\(\s*|@import\s+)["']?(?!url)([^"')\s;]+)""", re.IGNORECASE)
_RUNS: Final = frozenset({_SVG + "script", _SVG + "foreignObject", _SVG + "handler"})


def check_svg(contents: Contents) -> Iterator[GateFault]:
    """Scripts and addresses in SVG pictures."""
    for part, root in contents.trees.items():
        if str(root.tag).startswith(_SVG):
            for element in root.iter():
                yield from _judge(part, element)


def _judge(part: str, element: etree._Element) -> Iterator[GateFault]:
    handlers = [key for key in element.attrib if str(key).lower().startswith("on")]
    if element.tag in _RUNS or handlers:
        yield GateFault("active-content", f"the picture “{part}” holds a script", part, hint=_HINT)
    addresses = [] if element.tag == _LINK else [element.get(key, "") for key in _ADDRESSES]
    for style in (element.get("style", ""), element.text or "" if element.tag == _STYLE else ""):
        addresses += _IMPORTED.findall(style)
    for address in addresses:
        if _is_elsewhere(address):
            message = f"the picture “{part}” takes something from outside the file: “{address}”"
            yield GateFault("external-content", message, part, hint=_HINT)


def _is_elsewhere(address: str) -> bool:
    plain = address.strip()
    return not plain.lower().startswith("data:") and (
        SCHEME.match(plain) is not None or plain.startswith(("//", "\\\\"))
    )
