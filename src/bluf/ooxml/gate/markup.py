"""Markup that Word does not read as it stands: inclusions, text outside runs, strict names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from bluf.ooxml.gate.contents import Fault
from bluf.ooxml.gate.kind import strict_refusal
from bluf.ooxml.names import NAMESPACES, STRICT_W, qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.ooxml.gate.contents import Contents

_XINCLUDE: Final = (qn("xi:include"), qn("xi:fallback"))
_STRICT: Final = f"{{{STRICT_W}}}"
_W: Final = f"{{{NAMESPACES['w']}}}"
_PREFIXES: Final = {prefix: NAMESPACES[prefix] for prefix in ("w", "m", "mc")}
_TEXT_HOLDERS: Final = etree.XPath(
    "//text()[not(parent::w:t)][normalize-space(.)]/..", namespaces=_PREFIXES
)
_RUNLESS_TEXTS: Final = etree.XPath(
    "//w:t[not(parent::w:r or parent::m:r or parent::mc:*)]", namespaces=_PREFIXES
)
_MAY_HOLD_TEXT: Final = frozenset(
    map(qn, ("w:t", "w:delText", "w:instrText", "w:delInstrText", "w:fldData", "w:binData"))
)


def check_inclusions(contents: Contents) -> Iterator[Fault]:
    """XInclude would bring in a file."""
    for part, root in contents.trees.items():
        for element in root.iter(*_XINCLUDE):
            message = f"the part “{part}” includes another file (XInclude)"
            yield Fault("package-invalid", message, part, element, "remove the inclusion")


def check_stray_text(contents: Contents) -> Iterator[Fault]:
    """Word drops text that stands outside a run, so whoever reads the page never sees it."""
    for part, root in contents.stories():
        for element in _stray(root):
            message = f"“{_excerpt(element)}” stands outside a run, where Word drops it"
            hint = "open it in Word and save it anew, or put the text into a run"
            yield Fault("package-invalid", message, part, element, hint)


def _stray(root: etree._Element) -> Iterator[etree._Element]:
    for element in _TEXT_HOLDERS(root):
        if element.tag.startswith(_W) and element.tag not in _MAY_HOLD_TEXT:
            yield element
    yield from _RUNLESS_TEXTS(root)


def _excerpt(element: etree._Element) -> str:
    texts = [element.text, *(child.tail for child in element)]
    return " ".join(text.strip() for text in texts if text and text.strip())[:60]


def check_strict_names(contents: Contents) -> Iterator[Fault]:
    """ISO/IEC 29500 Strict has namespaces of its own, even where the types are transitional."""
    for part, root in contents.trees.items():
        if str(root.tag).startswith(_STRICT):
            refusal = strict_refusal()
            yield Fault(refusal.rule, refusal.message, part, hint=refusal.hint)
