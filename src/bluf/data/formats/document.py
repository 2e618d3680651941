"""What the reader of each format makes of a data file, before anything is known of a brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.data.error import DataError, listed
from bluf.data.lines import Lines
from bluf.data.load import STANDARD_INPUT, load_bytes, load_text, refuse_link
from bluf.data.tables.headings import SHEETS
from bluf.data.tree import Parsed, Places
from bluf.rules import finding
from octavo.finding import Finding
from octavo.location import FileLocation

if TYPE_CHECKING:
    from bluf.data.tables.table import Table


class Document(Struct, frozen=True):
    """A tree with its places.

    Attributes:
        places: The tree and where everything in it stands.
        faults: What has no place in the tree, such as a column with an unknown heading.
        warnings: What the reader warns of.
        is_loose: Whether it was made from tables none of which is a sheet of a brief.
    """

    places: Places
    faults: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    is_loose: bool = False

    def refuse_loose(self, path: str) -> None:
        """Refuse tables that are no brief.

        Raises:
            DataError: ``data-type``.
        """
        if self.is_loose:
            titles = [sheet.title for sheet in SHEETS]
            message = f"this is not a brief: no table in it is called “{titles[0]}”"
            hint = (
                f"a workbook has the sheets {', '.join(titles)}; a brief in CSV is a folder with "
                "one file for each of them: brief.csv, parties.csv, …"
            )
            raise DataError([finding("data-type", message, FileLocation(path), hint)])


TEXT_FORMATS = {
    ".yaml": "yaml_text",
    ".yml": "yaml_text",
    ".toml": "toml_text",
    ".json": "json_text",
}
"""The module whose ``parse`` makes a tree of a text; it is loaded for a file of its format."""
CSV, XLSX = ".csv", ".xlsx"
_OTHER_WORKBOOKS = (".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt")
"""Endings of files that are refused for what they are, not for their name."""
ENDINGS = (*TEXT_FORMATS, CSV, XLSX)
"""Every ending of a data file; ``.csv`` is a file, or a folder of one for each kind of record."""


def read_document(path: Path, encoding: str | None = None) -> Document:
    """The tree of a data file, by the reader of its format.

    Raises:
        DataError: The file breaks the rules of its format.
    """
    ending = ".yaml" if path == STANDARD_INPUT else path.suffix.lower()
    if path.is_dir():
        return _read_folder(path, encoding)
    if ending == XLSX or ending in _OTHER_WORKBOOKS:
        return _read_workbook(path)
    if ending == CSV:
        return _read_table(path, encoding)
    if ending not in TEXT_FORMATS:
        raise DataError([_unknown_format(path)])
    lines = load_text(path, encoding)
    return parsed_texts(ending, {lines.path: lines}, lines.path)


def parsed_texts(ending: str, texts: Mapping[str, Lines], path: str) -> Document:
    """The document that the texts of a data file make up; in CSV there is one for each table.

    Raises:
        DataError: One breaks the rules of its format.
    """
    if ending == CSV:
        from bluf.data.formats import csv_text  # for this format alone

        tables = [csv_text.read_table(lines) for lines in texts.values()]
        return from_tables(tables, path, texts)
    return parsed_text(texts[path], ending)


def parsed_text(lines: Lines, ending: str = ".yaml") -> Document:
    """The document that one text makes up.

    Raises:
        DataError: It breaks the rules of its format.
    """
    parse: Callable[[Lines], Parsed]
    parse = import_module(f"bluf.data.formats.{TEXT_FORMATS[ending]}").parse
    parsed = parse(lines)
    return Document(Places(parsed.root, {lines.path: lines}), parsed.faults)


def _read_table(path: Path, encoding: str | None) -> Document:
    lines = load_text(path, encoding)
    return parsed_texts(CSV, {lines.path: lines}, lines.path)


def _read_workbook(path: Path) -> Document:
    from bluf.data.formats import xlsx  # for this format alone

    shown = path.as_posix()
    tables, warnings = xlsx.read_tables(load_bytes(path), shown)
    return from_tables(tables, shown, {}, warnings)


def _read_folder(path: Path, encoding: str | None) -> Document:
    """A folder of CSV files; what breaks the grammar of any of them is said at once."""
    refuse_link(path)
    from bluf.data.formats import csv_text  # for this format alone

    tables: list[Table] = []
    texts: dict[str, Lines] = {}
    findings: list[Finding] = []
    for file in sorted(each for each in path.iterdir() if each.suffix.lower() == CSV):
        try:
            lines = load_text(file, encoding)
            tables.append(csv_text.read_table(lines))
        except DataError as error:
            findings += error.findings
        else:
            texts[lines.path] = lines
    if not tables and not findings:
        findings = [_empty_folder(path)]
    if findings:
        raise DataError(listed(findings))
    return from_tables(tables, path.as_posix(), texts)


def _empty_folder(path: Path) -> Finding:
    message = "this folder holds no CSV file"
    hint = "name the data file itself, such as “brief.yaml”"
    return finding("file-format", message, FileLocation(path.as_posix()), hint)


def _unknown_format(path: Path) -> Finding:
    message = f"unsupported file type “{path.suffix}”"
    hint = f"known: {', '.join(ENDINGS)}"
    return finding("file-format", message, FileLocation(path.as_posix()), hint)


def from_tables(
    tables: Sequence[Table],
    path: str,
    texts: Mapping[str, Lines],
    warnings: tuple[Finding, ...] = (),
) -> Document:
    """The document that sheets or CSV files make up."""
    from bluf.data.tables.assemble import assemble, is_brief  # for these formats alone
    from bluf.data.tables.loose import headless, loose_tree  # as above

    location = FileLocation(path)
    if not is_brief(tables):
        root = loose_tree(tables, location)
        places = Places(root, texts)
        return Document(places, _shown(headless(tables), places), warnings, is_loose=True)
    root, findings = assemble(tables, location)
    places = Places(root, texts)
    return Document(places, _shown(findings, places), warnings)


def _shown(findings: Iterable[Finding], places: Places) -> tuple[Finding, ...]:
    return tuple(
        replace(each, excerpt=places.excerpt(each.location) or each.excerpt) for each in findings
    )
