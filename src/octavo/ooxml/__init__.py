"""What Word files are: reading them safely, writing them the same every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from octavo.ooxml.archive import packed, write_archive
    from octavo.ooxml.errors import PackageError
    from octavo.ooxml.limits import DEFAULT_LIMITS, Limits
    from octavo.ooxml.names import qn
    from octavo.ooxml.package import Package, Part
    from octavo.ooxml.parse import XmlError, parse_xml
    from octavo.ooxml.read import open_package, read_file, read_members, read_package, same_parts
    from octavo.ooxml.relationships import Relationship
    from octavo.ooxml.sight import SeenBlock, read_seen
    from octavo.ooxml.text import Block, read_text
    from octavo.ooxml.write import NewPart, write_package

__all__ = [
    "DEFAULT_LIMITS",
    "Block",
    "Limits",
    "NewPart",
    "Package",
    "PackageError",
    "Part",
    "Relationship",
    "SeenBlock",
    "XmlError",
    "open_package",
    "packed",
    "parse_xml",
    "qn",
    "read_file",
    "read_members",
    "read_package",
    "read_seen",
    "read_text",
    "same_parts",
    "write_archive",
    "write_package",
]

if not TYPE_CHECKING:  # a checker knows the names above, and refuses others
    __getattr__ = door(
        __name__,
        {
            "archive": ("packed", "write_archive"),
            "errors": ("PackageError",),
            "limits": ("DEFAULT_LIMITS", "Limits"),
            "names": ("qn",),
            "package": ("Package", "Part"),
            "parse": ("XmlError", "parse_xml"),
            "read": ("open_package", "read_file", "read_members", "read_package", "same_parts"),
            "relationships": ("Relationship",),
            "sight": ("SeenBlock", "read_seen"),
            "text": ("Block", "read_text"),
            "write": ("NewPart", "write_package"),
        },
    )
