"""Checks on what a package is: its content types, its main part, its relationship parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from octavo.ooxml.names import (
    DOCUMENT_TYPE,
    OFFICE_DOCUMENT,
    STRICT_RELATIONSHIPS,
    TEMPLATE_TYPE,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from octavo.ooxml.content_types import ContentTypes
    from octavo.ooxml.relationships import Relationship

_SAVE_HINT: Final = "open it in Word and save it as a Word document (.docx)"
_GIVE_HINT: Final = "give a Word document (.docx) or a Word template (.dotx)"
_MAIN_TYPES: Final = frozenset({DOCUMENT_TYPE.lower(), TEMPLATE_TYPE.lower()})
_MAIN_RELATIONSHIPS: Final = frozenset(
    {OFFICE_DOCUMENT, STRICT_RELATIONSHIPS + OFFICE_DOCUMENT.rpartition("/")[2]}
)
_TYPES_OF_ANYTHING: Final = frozenset({"application/xml", "text/xml", "application/octet-stream"})
_KINDS: Final = (
    ("spreadsheetml", "an Excel workbook"),
    ("ms-excel", "an Excel workbook"),
    ("presentationml", "a PowerPoint presentation"),
    ("ms-powerpoint", "a PowerPoint presentation"),
    ("visio", "a Visio drawing"),
)
_OTHER_ARCHIVES: Final = {
    b"application/vnd.oasis.opendocument.text": "an OpenDocument text (.odt)",
    b"application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (.ods)",
    b"application/epub+zip": "an electronic book (.epub)",
}


class Refusal(Struct, frozen=True):
    """Why a package is no Word document."""

    rule: str
    message: str
    hint: str = _SAVE_HINT


def other_archive(mimetype: bytes | None, names: Iterable[str]) -> Refusal | None:
    """What an archive is that is no package at all, by the member ``mimetype`` or its names."""
    kind = _OTHER_ARCHIVES.get((mimetype or b"").strip())
    if kind is None and any(name.startswith("META-INF/") for name in names):
        kind = "a Java or signed archive"
    return Refusal("package-unsupported", f"this is {kind}, not a Word document") if kind else None


def find_main(
    types: ContentTypes, pointers: Iterable[Relationship], names: Iterable[str]
) -> str | Refusal:
    """The name of the main part, or why there is none."""
    main = next((p for p in pointers if p.type in _MAIN_RELATIONSHIPS and not p.external), None)
    if main is None or main.target not in names:
        return Refusal("package-invalid", "the main document part is missing")
    content_type = types.of(main.target) or ""
    if "macroenabled" in content_type:
        hint = "open it in Word and save it as a Word document (.docx), which drops the macros"
        return Refusal("macro-content", "this is a macro-enabled document (.docm)", hint)
    if content_type not in _MAIN_TYPES:
        return _wrong_type(content_type)
    if main.type != OFFICE_DOCUMENT:
        return strict_refusal()
    return main.target


def _wrong_type(content_type: str) -> Refusal:
    if content_type in _TYPES_OF_ANYTHING:
        message = "the main part has no type, so it is not a Word document"
        return Refusal("package-invalid", message, _GIVE_HINT)
    for word, kind in _KINDS:
        if word in content_type:
            message = f"this is {kind}, not a Word document"
            return Refusal("package-unsupported", message, _GIVE_HINT)
    message = f"the main part is of the type “{content_type}”, not a Word document"
    return Refusal("package-unsupported", message, _GIVE_HINT)


def strict_refusal() -> Refusal:
    """The refusal of ISO/IEC 29500 Strict, whose namespaces differ."""
    message = "this is a Strict Open XML document"
    hint = "in Word, save it as “Word Document (.docx)”, not as “Strict Open XML Document”"
    return Refusal("package-unsupported", message, hint)
