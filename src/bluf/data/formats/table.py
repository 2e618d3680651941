"""The table of the readers: which one reads a file, by the ending of its name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from bluf.data.error import DataError, fault, listed
from bluf.data.formats.document import parsed_document
from bluf.data.load import STANDARD_INPUT, load_bytes, load_text, refuse_link
from octavo.location import FileLocation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from bluf.data.formats.document import Document
    from bluf.data.lines import Lines
    from bluf.data.tables.table import Table
    from bluf.data.tree import Parsed
    from octavo.finding import Finding

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
        from bluf.data.formats import csv_text, tabular  # for this format alone

        tables = [csv_text.read_table(lines) for lines in texts.values()]
        return tabular.from_tables(tables, path, texts)
    module = import_module(f"bluf.data.formats.{TEXT_FORMATS[ending]}")
    parse: Callable[[Lines], Parsed] = module.parse
    return parsed_document(parse(texts[path]), texts[path])


def _read_table(path: Path, encoding: str | None) -> Document:
    lines = load_text(path, encoding)
    return parsed_texts(CSV, {lines.path: lines}, lines.path)


def _read_workbook(path: Path) -> Document:
    from bluf.data.formats import tabular, xlsx  # for this format alone

    shown = path.as_posix()
    tables, warnings = xlsx.read_tables(load_bytes(path), shown)
    return tabular.from_tables(tables, shown, {}, warnings)


def _read_folder(path: Path, encoding: str | None) -> Document:
    """A folder of CSV files; what breaks the grammar of any of them is said at once."""
    refuse_link(path)
    from bluf.data.formats import csv_text, tabular  # for this format alone

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
    return tabular.from_tables(tables, path.as_posix(), texts)


def _empty_folder(path: Path) -> Finding:
    message = "this folder holds no CSV file"
    hint = "name the data file itself, such as “brief.yaml”"
    return fault("file-format", message, FileLocation(path.as_posix()), hint)


def _unknown_format(path: Path) -> Finding:
    message = f"unsupported file type “{path.suffix}”"
    hint = f"known: {', '.join(ENDINGS)}"
    return fault("file-format", message, FileLocation(path.as_posix()), hint)
