"""Markup that Word does not read as it stands: inclusions, text outside runs, strict names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from bluf.ooxml.gate.contents import Fault
from bluf.ooxml.gate.kind import strict_refusal
from bluf.ooxml.names import NAMESPACES, STRICT_W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.ooxml.gate.contents import Contents

_XINCLUDE: Final = f"{{{NAMESPACES['xi']}}}*"
_STRICT: Final = f"{{{STRICT_W}}}"
_STRAY: Final = etree.XPath(
    "//w:*[not(self::w:t or self::w:delText or self::w:instrText or self::w:delInstrText"
    " or self::w:fldData or self::w:binData)][text()[normalize-space(.)]]"
    " | //w:t[not(parent::w:r or parent::m:r or parent::mc:*)]",
    namespaces={prefix: NAMESPACES[prefix] for prefix in ("w", "m", "mc")},
)


def check_inclusions(contents: Contents) -> Iterator[Fault]:
    """XInclude would bring in a file."""
    for part, root in contents.trees.items():
        for element in root.iter(_XINCLUDE):
            message = f"the part “{part}” includes another file (XInclude)"
            yield Fault("package-invalid", message, part, element, "remove the inclusion")


def check_stray_text(contents: Contents) -> Iterator[Fault]:
    """Word drops text that stands outside a run, so whoever reads the page never sees it."""
    for part, root in contents.stories():
        for element in _STRAY(root):
            message = f"“{_excerpt(element)}” stands outside a run, where Word drops it"
            hint = "open it in Word and save it anew, or put the text into a run"
            yield Fault("package-invalid", message, part, element, hint)


def _excerpt(element: etree._Element) -> str:
    texts = [element.text, *(child.tail for child in element)]
    return " ".join(text.strip() for text in texts if text and text.strip())[:60]


def check_strict_names(contents: Contents) -> Iterator[Fault]:
    """ISO/IEC 29500 Strict has namespaces of its own, even where the types are transitional."""
    for part, root in contents.trees.items():
        if str(root.tag).startswith(_STRICT):
            refusal = strict_refusal()
            yield Fault(refusal.rule, refusal.message, part, hint=refusal.hint)
