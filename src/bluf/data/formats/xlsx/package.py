"""The package of a workbook: opened through the archive's safety checks, judged by its parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

from lxml import etree
from msgspec import Struct

from bluf.data import limits
from bluf.data.error import DataError
from bluf.data.formats.xlsx.cells import HYPERLINK, RELATIONSHIPS, STRICT_MAIN
from bluf.rules import finding
from octavo.finding import Finding, Level
from octavo.location import FileLocation
from octavo.ooxml import (
    Limits,
    PackageError,
    Relationship,
    XmlError,
    looks_like,
    parse_xml,
    read_members,
    read_relationships,
    relationships_name,
)

_MEBIBYTE = 1024 * 1024
_LIMITS = Limits(
    members=300, file_size=limits.BYTES, part_size=8 * _MEBIBYTE, total_size=32 * _MEBIBYTE
)
_MARKS = 1_000_000
_ELSEWHERE = ("xl/connections", "xl/queryTables/")
"""Parts that say where a workbook fetches data."""
_SAVE = "open it in Excel and save it as an Excel workbook (.xlsx)"
_TYPES = "[Content_Types].xml"


class Workbook(Struct, frozen=True):
    """The parts of a workbook; ``main`` is the name of the one that lists the sheets."""

    path: str
    main: str
    parts: Mapping[str, bytes]
    warnings: tuple[Finding, ...]

    def tree(self, name: str) -> etree._Element | None:
        """The XML of a part, or None where the workbook has no such part."""
        data = self.parts.get(name)
        try:
            return None if data is None else parse_xml(data)
        except XmlError as error:
            _refuse(self.path, error.rule, f"the part “{name}” {error.message}")

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """What a part points to."""
        data = self.parts.get(relationships_name(part))
        return read_relationships(parse_xml(data), part) if data else ()

    def related(self, kind: str) -> str:
        """The part of a kind that the main part points to; empty where there is none."""
        pointers = self.relationships(self.main)
        return next((p.target for p in pointers if p.type == f"{RELATIONSHIPS}/{kind}"), "")


def open_workbook(data: bytes, path: str) -> Workbook:
    """The parts of a workbook that is safe to read.

    Raises:
        DataError: The file is no workbook, or one that may not be read.
    """
    _refuse_other_files(data, path)
    try:
        parts = read_members(data, path, limits=_LIMITS)
    except PackageError as error:
        raise DataError(error.findings) from None
    _refuse_unsafe_xml(parts, path)
    _refuse_macros(parts, path)
    main = _main(parts, path)
    return Workbook(path, main, parts, tuple(_external(parts, path)))


def _refuse_other_files(data: bytes, path: str) -> None:
    looks = looks_like(data)
    if looks is None:
        return
    if looks.rule == "package-encrypted":
        hint = "open it in Excel and remove the password: File, Info, Protect Workbook"
        _refuse(path, looks.rule, looks.message, hint)
    kind = looks.message.partition(", not")[0]
    message = f"{kind}, not an Excel workbook (.xlsx)"
    _refuse(path, looks.rule, looks.message if kind == looks.message else message)


def _refuse_unsafe_xml(parts: Mapping[str, bytes], path: str) -> None:
    findings = []
    for name, data in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            if data.count(b"<") > _MARKS:
                _refuse(path, "limit-exceeded", f"the part “{name}” is larger than any brief")
            parse_xml(data)
        except XmlError as error:
            message = f"the part “{name}” {error.message}"
            findings.append(finding(error.rule, message, FileLocation(path), _SAVE))
    if findings:
        raise DataError(findings)


def _refuse_macros(parts: Mapping[str, bytes], path: str) -> None:
    types = parts.get(_TYPES, b"").lower()
    if b"macroenabled" in types or any(name.lower().endswith("vbaproject.bin") for name in parts):
        _refuse(path, "macro-content", "this workbook carries macros")


def _main(parts: Mapping[str, bytes], path: str) -> str:
    if _TYPES not in parts:
        _refuse(path, "package-unsupported", "this is an archive, not an Excel workbook (.xlsx)")
    pointers = read_relationships(parse_xml(parts.get("_rels/.rels", b"<none/>")), "")
    main = next((p.target for p in pointers if p.type.endswith("/officeDocument")), "")
    if main not in parts:
        _refuse(path, "package-invalid", "the part that lists the sheets is missing")
    if not main.endswith(".xml"):
        _refuse(path, "package-unsupported", "this is a binary workbook (.xlsb)")
    root = parse_xml(parts[main])
    if root.tag == f"{{{STRICT_MAIN}}}workbook":
        _refuse(path, "package-unsupported", "this is a Strict Open XML workbook")
    if not str(root.tag).endswith("}workbook"):
        _refuse(path, "package-unsupported", "this is not an Excel workbook")
    return main


def _external(parts: Mapping[str, bytes], path: str) -> list[Finding]:
    """A warning for each address that the workbook would fetch values from."""
    addresses = {
        pointer.target
        for name, data in parts.items()
        if name.endswith(".rels")
        for pointer in read_relationships(parse_xml(data), "")
        if pointer.external and pointer.type != HYPERLINK
    } | {name for name in parts if name.startswith(_ELSEWHERE)}
    return [
        Finding(
            "external-content",
            Level.WARNING,
            f"the workbook refers to “{address}”; only the values stored in it are read",
            FileLocation(path),
            "in Excel, break the link: Data, Edit Links",
        )
        for address in sorted(addresses)
    ]


def _refuse(path: str, rule: str, message: str, hint: str = _SAVE) -> NoReturn:
    raise DataError([finding(rule, message, FileLocation(path), hint)])
