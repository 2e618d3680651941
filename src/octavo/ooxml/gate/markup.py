"""Markup that Word does not read as it stands: inclusions, text outside runs, strict names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from octavo.ooxml.gate.contents import Contents, GateFault
from octavo.ooxml.gate.kind import strict_refusal
from octavo.ooxml.names import NAMESPACES, STRICT_W, qn

_STRICT: Final = f"{{{STRICT_W}}}"
_PREFIXES: Final = {prefix: NAMESPACES[prefix] for prefix in ("w", "m", "mc")}
_STRAY_TEXTS: Final = etree.XPath(
    "(//text()[not(parent::w:t)][parent::w:*[not(self::w:delText or self::w:instrText"
    " or self::w:delInstrText or self::w:fldData or self::w:binData)]]"
    "[normalize-space(.)])[position() <= $most]",
    namespaces=_PREFIXES,
)
"""The texts and not their parents: libxml2 takes quadratic time to step up from many nodes."""
_RUNLESS_TEXTS: Final = etree.XPath(
    "(//w:t[not(parent::w:r or parent::m:r or parent::mc:*)])[position() <= $most]",
    namespaces=_PREFIXES,
)
_MOST: Final = 100
"""Stray texts that are looked for in one part; a hostile one may hold a million."""


def check_root(contents: Contents) -> Iterator[GateFault]:
    """The main part is a document, whatever its type says."""
    part = contents.package.main
    root = contents.trees.get(part)
    if root is not None and root.tag not in {qn("w:document"), f"{_STRICT}document"}:
        name = etree.QName(root).localname
        message = f"the main part “{part}” is not a document: its root element is “{name}”"
        yield GateFault("package-invalid", message, part, hint="open it in Word and save it again")


def check_inclusions(contents: Contents) -> Iterator[GateFault]:
    """XInclude would bring in a file."""
    for part, root in contents.trees.items():
        for element in root.iter(qn("xi:include"), qn("xi:fallback")):
            message = f"the part “{part}” includes another file (XInclude)"
            yield GateFault("package-invalid", message, part, element, "remove the inclusion")


def check_stray_text(contents: Contents) -> Iterator[GateFault]:
    """Word drops text that stands outside a run, so whoever reads the page never sees it."""
    for part, root in contents.stories():
        for element in _stray(root):
            message = f"“{_excerpt(element)}” stands outside a run, where Word drops it"
            hint = "open it in Word and save it again, or put the text into a run"
            yield GateFault("package-invalid", message, part, element, hint)


def _stray(root: etree._Element) -> Iterator[etree._Element]:
    for text in _STRAY_TEXTS(root, most=_MOST):
        owner = text.getparent()
        yield owner.getparent() if text.is_tail else owner
    yield from _RUNLESS_TEXTS(root, most=_MOST)


def _excerpt(element: etree._Element) -> str:
    texts = [element.text, *(child.tail for child in element)]
    return " ".join(text.strip() for text in texts if text and text.strip())[:60]


def check_strict_names(contents: Contents) -> Iterator[GateFault]:
    """ISO/IEC 29500 Strict has namespaces of its own, even where the types are transitional."""
    for part, root in contents.trees.items():
        if str(root.tag).startswith(_STRICT):
            refusal = strict_refusal()
            yield GateFault(refusal.rule, refusal.message, part, hint=refusal.hint)
