"""Read all sources of a brief, and report each that is missing, unreadable or changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.error import SourceError, refusal
from bluf.evidence.match import Searchable
from bluf.evidence.read import decode_source, source_bytes
from bluf.rules import finding
from octavo.finding import Finding, Fix, Level
from octavo.location import FileLocation

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.evidence.memory import SourceMemory
    from bluf.model import Source

_ATTACHED = ".eml#"
"""Parts the file of a message from the name of its attachment."""


class Library(Struct, frozen=True):
    """The sources of a brief that could be read, and what is wrong with any of them.

    Attributes:
        sources: By id, each that could be read.
        refused: Why the others could not be.
        findings: What is wrong with those that could.
    """

    sources: Mapping[str, Searchable]
    refused: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_library(data_file: DataFile, memory: SourceMemory | None = None) -> Library:
    """Read every source of the brief, each once, and report all faults."""
    sources: dict[str, Searchable] = {}
    refused: list[Finding] = []
    findings: list[Finding] = []
    folder = Path(data_file.path).parent
    for key, source in data_file.brief.sources.items():
        try:
            data = _bytes(folder, source)
            findings += _changes(data_file, key, source, data)
            findings += _backslashes(data_file, key, source)
            name = (folder / _portable(source.file)).as_posix()
            text = decode_source(data, name, source.encoding, memory)
            findings += (_at_data(data_file, key, fault) for fault in text.faults)
            sources[key] = Searchable(text)
        except SourceError as error:
            refused += (_at_data(data_file, key, found) for found in error.findings)
    return Library(sources, tuple(refused), tuple(findings))


def _bytes(folder: Path, source: Source) -> bytes:
    """The bytes of a source, which has to lie in the folder of the data file or below it.

    A brief comes from somebody else at times; it must not be able to show another file of the
    reader's machine, by a path or by a link.
    """
    name, parted, attached = _portable(source.file).partition(_ATTACHED)
    path = folder / (name + parted.removesuffix("#"))
    if PureWindowsPath(source.file).drive or not _is_below(path, folder):
        message = f"“{source.file}” lies outside the folder of the data file"
        hint = "copy the source beside the data file, and give its path from there"
        raise refusal("source-unreadable", message, FileLocation(path.as_posix()), hint)
    data = source_bytes(path, path.as_posix())
    if not attached:
        return data
    from bluf.evidence.formats.mail import attachment  # much, and seldom wanted

    return attachment(data, attached, path.as_posix())


def _portable(file: str) -> str:
    """The path as every system reads it: Windows alone takes backslashes for slashes."""
    return file.replace("\\", "/")


def _backslashes(data_file: DataFile, key: str, source: Source) -> list[Finding]:
    if "\\" not in source.file:
        return []
    place, better = data_file.places.at("sources", key, "file"), _portable(source.file)
    return [
        finding(
            "backslash-in-path",
            f"“{source.file}” is a Windows path; it was read as “{better}”",
            place,
            "write slashes, which every system reads",
            data_file.excerpt(place),
            fix=Fix(source.file, better),
        )
    ]


def _is_below(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _changes(data_file: DataFile, key: str, source: Source, data: bytes) -> list[Finding]:
    if source.sha256 is None:
        return []
    digest = hashlib.sha256(data).hexdigest()
    if digest == source.sha256:
        return []
    place = data_file.places.at("sources", key, "sha256")
    return [
        Finding(
            "source-changed",
            Level.ERROR,
            f"“{source.file}” is not the file that was recorded: its SHA-256 is {digest}",
            place,
            "see what changed in it, then record the new sum",
            data_file.excerpt(place),
        )
    ]


def _at_data(data_file: DataFile, key: str, found: Finding) -> Finding:
    """The finding at the line that names the file, where it has no place in the file itself."""
    if not isinstance(found.location, FileLocation):
        return found
    place = data_file.places.at("sources", key, "file")
    return replace(
        found,
        message=f"source “{key}”: {found.message}",
        location=place,
        excerpt=data_file.excerpt(place),
    )
