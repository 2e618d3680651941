"""Content that acts when the file is opened or clicked: macros, objects, imported chunks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from octavo.ooxml.gate.contents import OLE, Contents, GateFault
from octavo.ooxml.gate.kind import COMPOUND_MAGIC
from octavo.ooxml.names import qn
from octavo.ooxml.relationships import Relationship

MACROS: Final = "macro-content"
_WITHOUT_MACROS: Final = (
    "open it in Word and save it as a Word document (.docx), which drops the macros"
)
_MACRO_POINTERS: Final = frozenset(
    {"vbaProject", "vbaProjectSignature", "wordVbaData", "attachedToolbars"}
)
_MACRO_TYPES: Final = ("vba", "macroenabled", "attachedtoolbars")
RULE: Final = "active-content"
_OBJECT: Final = ("an embedded object (OLE)", "put a picture of it in its place: Paste Special")
_CONTROL: Final = ("an ActiveX control", "in Word, delete it: Developer, Design Mode")
_CHUNK: Final = ("an imported file (altChunk)", "open it in Word and save it, which makes it text")
_SUBDOCUMENT: Final = ("a subdocument", "in Word, unlink it in outline view")
_PANE: Final = ("an Office add-in", "remove it in Word: Insert, My Add-ins")
_RIBBON: Final = ("commands of its own for the ribbon", "save the text as a new Word document")
_FILM: Final = ("a film from the web", "delete it and put a link in its place")
_POINTERS: Final = {
    "oleObject": _OBJECT,
    "control": _CONTROL,
    "activeXControlBinary": _CONTROL,
    "aFChunk": _CHUNK,
    "subDocument": _SUBDOCUMENT,
    "webextension": _PANE,
    "webextensiontaskpanes": _PANE,
    "extensibility": _RIBBON,
}
"""What is active, by the last step of the relationship type, and the remedy."""
_ELEMENTS: Final = {
    "o:OLEObject": _OBJECT,
    "w:objectEmbed": _OBJECT,
    "w:objectLink": _OBJECT,
    "w:control": _CONTROL,
    "w:altChunk": _CHUNK,
    "w:subDoc": _SUBDOCUMENT,
    "wp15:webVideoPr": _FILM,
}
_BY_TAG: Final[dict[object, tuple[str, str]]] = {qn(k): v for k, v in _ELEMENTS.items()}
_TYPES: Final = (("activex", _CONTROL), ("oleobject", _OBJECT), ("webextension", _PANE))
"""Words in the content type of a part."""


def macro_parts(contents: Contents) -> frozenset[str]:
    """Names of the parts that hold macros, by relationship, by type or by their customary name."""
    pointed = {p.target for _, p in contents.pointers() if p.kind in _MACRO_POINTERS}
    return frozenset(
        name
        for name, part in contents.package.parts.items()
        if name in pointed
        or name.lower().rpartition("/")[2].startswith("vbaproject")
        or any(word in part.content_type for word in _MACRO_TYPES)
    )


def check_macros(contents: Contents) -> Iterator[GateFault]:
    """Parts that hold macros."""
    for name in sorted(macro_parts(contents)):
        yield GateFault(MACROS, f"the part “{name}” holds macros", name, hint=_WITHOUT_MACROS)


def check_keys(contents: Contents) -> Iterator[GateFault]:
    """Keys and buttons that are bound to a macro."""
    for part, root in contents.trees.items():
        for element in root.iter(qn("wne:macro")):
            yield GateFault(MACROS, "a key is bound to a macro", part, element, _WITHOUT_MACROS)


def check_relationships(contents: Contents) -> Iterator[GateFault]:
    """Pointers to active content within the package."""
    panes = _panes(contents)
    for part, pointer in contents.pointers():
        found = _POINTERS.get(pointer.kind)
        if found is not None and not pointer.external and pointer.target not in panes:
            user = contents.user_of(part, pointer)
            yield _fault(found, part, user)


def check_elements(contents: Contents) -> Iterator[GateFault]:
    """Active elements whose relationship does not tell already."""
    for part, root in contents.trees.items():
        for element in root.iter(*map(str, _BY_TAG)):
            pointer = contents.pointer_of(part, element)
            if pointer is None or not _tells(pointer):
                yield _fault(_BY_TAG[element.tag], part, element)


def _panes(contents: Contents) -> set[str]:
    """The panes of add-ins beside the text, with all that only they lead to: they do not act."""
    pointers = contents.package.relationships
    waiting = [p.target for p in pointers("") if p.type.endswith("/webextensiontaskpanes")]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [p.target for p in pointers(name) if not p.external]
    shown = {
        p.target for part, p in contents.pointers() if part not in found and part and not p.external
    }
    return found - shown


def _tells(pointer: Relationship) -> bool:
    return pointer.external or pointer.kind in _POINTERS


def check_parts(contents: Contents) -> Iterator[GateFault]:
    """Parts that are active by type or by content, and that no relationship told of."""
    told = {p.target for _, p in contents.pointers() if _tells(p)}
    told |= macro_parts(contents) | _panes(contents)
    for name, part in contents.package.parts.items():
        if name in told:
            continue
        for word, found in _TYPES:
            if word in part.content_type:
                yield _fault(found, name)
        if part.data.startswith(COMPOUND_MAGIC):
            yield GateFault(RULE, f"the part “{name}” is an OLE file", name, hint=_OBJECT[1])


def _fault(found: tuple[str, str], part: str, element: etree._Element | None = None) -> GateFault:
    allowable = OLE if found is _OBJECT else ""
    return GateFault(RULE, f"the file holds {found[0]}", part, element, found[1], allowable)
