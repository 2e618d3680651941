"""What parts of a template there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from octavo.ooxml import (
    COMMENTS,
    CUSTOM_PROPERTIES,
    ENDNOTES,
    FOOTER,
    FOOTNOTES,
    HEADER,
    NUMBERING,
    STYLES,
)

if TYPE_CHECKING:
    from octavo.ooxml import Package, Relationship

NOTES: Final = {"footnote": FOOTNOTES, "endnote": ENDNOTES, "comment": COMMENTS}
_LEFT: Final = ("/commentsExtended", "/commentsIds", "/commentsExtensible")
"""Ends of the relationship types of parts that refer to paragraphs by ids, which are not kept."""
_DRAWN: Final = ("chart+xml", "diagramdata+xml", "drawing+xml", "chartshapes+xml", "chartex+xml")
"""Ends of the types of parts that hold drawn text, in lower case."""


class Parts(Struct, frozen=True):
    """The parts of a template by what they are for; a name is empty where there is none."""

    main: str
    stories: tuple[str, ...]
    notes: dict[str, str]
    drawn: tuple[str, ...]
    core: str
    numbering: str
    styles: str
    custom: tuple[str, ...]
    properties: tuple[str, ...]

    @property
    def described(self) -> tuple[str, ...]:
        """Those that hold the properties of the file."""
        return (*((self.core,) if self.core else ()), *self.properties)


def parts_of(package: Package) -> Parts:
    """Sort the parts of a template."""
    main = package.main

    def one(kind: str, source: str = main) -> str:
        return next(iter(package.related(source, kind)), "")

    headers = [name for kind in (HEADER, FOOTER) for name in package.related(main, kind)]
    ending = "/metadata/core-properties"  # LibreOffice has named the type in two ways
    cores = [p.target for p in package.relationships("") if p.type.endswith(ending)]
    return Parts(
        main=main,
        stories=tuple(dict.fromkeys([main, *headers])),
        notes={kind: name for kind, pointer in NOTES.items() if (name := one(pointer))},
        drawn=tuple(
            name for name, part in package.parts.items() if part.content_type.endswith(_DRAWN)
        ),
        core=next((name for name in cores if name in package.parts), ""),
        numbering=one(NUMBERING),
        styles=one(STYLES),
        properties=package.related("", CUSTOM_PROPERTIES),
        custom=tuple(
            p.target
            for p in package.relationships(main)
            if p.type.endswith("/customXml") and p.target in package.parts
        ),
    )


def left_behind(package: Package) -> Iterator[tuple[str, Relationship]]:
    """Relationships to what does not travel, each with the part it starts from."""
    for source, pointers in package.all_relationships():
        for pointer in pointers:
            if pointer.type.endswith(_LEFT):
                yield source, pointer
