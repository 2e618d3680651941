"""Read a data file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from bluf.data.decode import decode, in_order, refuse_unless_mapping
from bluf.data.error import DataError, listed
from bluf.data.formats.document import Document, parsed_text, read_document
from bluf.data.lines import Lines
from bluf.data.tree import Places, Plain, plain
from bluf.data.values import bad_characters, deceptive_characters
from bluf.model import Brief
from octavo.finding import Finding
from octavo.location import Location


class DataFile(Struct, frozen=True):
    """A data file that was read and found sound.

    Attributes:
        path: The file, as the caller named it.
        text: Its text; empty for a workbook and for a folder of CSV files.
        brief: What it records.
        places: Where everything in it stands.
        warnings: What deceives the eye, though it may be right.
    """

    path: str
    text: str
    brief: Brief
    places: Places
    warnings: tuple[Finding, ...] = ()

    def excerpt(self, location: Location) -> str:
        """The line of the file at a place, or what a cell holds; else nothing."""
        return self.places.excerpt(location)


class TreeFile(Struct, frozen=True):
    """Any file of fields and values, read without a schema.

    Attributes:
        path: The file, as the caller named it.
        places: The tree and where everything in it stands.
        warnings: What deceives the eye, though it may be right.
    """

    path: str
    places: Places
    warnings: tuple[Finding, ...] = ()

    @property
    def values(self) -> dict[str, Plain]:
        """The values: each a string, None, a list or a mapping."""
        values = plain(self.places.root)
        return values if isinstance(values, dict) else {}


def read(path: str | Path, encoding: str | None = None) -> DataFile:
    """Read the brief that a data file records.

    Args:
        path: A file whose ending names its format.
        encoding: What the bytes are, where they are neither UTF-8 nor UTF-16 with a byte order
            mark; nothing is ever guessed.

    Raises:
        DataError: Every fault of the file.
    """
    path = Path(path)
    return data_file(path.as_posix(), read_document(path, encoding))


def read_mapping(record: Mapping[str, object], folder: str | Path = ".") -> DataFile:
    """Read the brief that a mapping records; its keys and values are those of a data file.

    Places are lines of the mapping written out as JSON, in ``text``. A day may be a
    `datetime.date`.

    Args:
        record: The record.
        folder: Where the files of its sources lie.

    Raises:
        DataError: Every fault of the record.
        TypeError: It holds a value that no data file can.
    """
    import json  # no file needs it

    shown = (Path(folder) / "brief.json").as_posix()
    text = json.dumps(record, ensure_ascii=False, indent=2, default=_typed_out)
    lines = Lines(shown, text)
    return data_file(shown, parsed_text(lines, ".json"))


def _typed_out(value: object) -> str:
    if isinstance(value, dt.date | Decimal):
        return str(value)
    message = f"a record holds text, numbers, days, lists and mappings, not {type(value).__name__}"
    raise TypeError(message)


def data_file(shown: str, document: Document) -> DataFile:
    """The brief that a document records; ``shown`` is its path.

    Raises:
        DataError: Every fault of the document.
    """
    document.refuse_loose(shown)
    places = document.places
    brief = decode(places, document.faults)
    text = places.texts[shown].text if shown in places.texts else ""
    found = in_order([*document.warnings, *deceptive_characters(places)])
    return DataFile(shown, text, brief, places, tuple(found))


def read_tree(path: str | Path, encoding: str | None = None) -> TreeFile:
    """Read any mapping of fields to values; every value stays the text it was typed as.

    Raises:
        DataError: The file is no mapping, or breaks the rules of its format.
    """
    path = Path(path)
    document = read_document(path, encoding)
    places = document.places
    refuse_unless_mapping(places)
    findings = dict.fromkeys([*document.faults, *bad_characters(places)])
    if findings:
        raise DataError(listed(in_order(findings)))
    found = dict.fromkeys([*document.warnings, *deceptive_characters(places)])
    return TreeFile(path.as_posix(), places, tuple(in_order(found)))


def read_toml(path: str | Path) -> Places:
    """Read a TOML file that holds settings; every value stays the text it was typed as.

    Raises:
        DataError: The file cannot be read, or is not TOML.
    """
    document = read_document(Path(path))
    if document.faults:
        raise DataError(listed(list(document.faults)))
    return document.places
