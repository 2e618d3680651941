"""The table of the writers: what a brief becomes, by the ending of the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from bluf.data.dump import SCHEMA, plain_values
from bluf.data.writers import csv_folder, toml_text, yaml_text
from bluf.model import Brief


def _json(brief: Brief) -> str:
    values = {"$schema": SCHEMA, **plain_values(brief)}
    return json.dumps(values, indent=2, ensure_ascii=False, default=str) + "\n"


_TEXTS: dict[str, Callable[[Brief], str]] = {
    ".yaml": yaml_text.write,
    ".yml": yaml_text.write,
    ".toml": toml_text.write,
    ".json": _json,
}
_CSV, _XLSX = ".csv", ".xlsx"
ENDINGS = (*_TEXTS, _CSV, _XLSX)
"""Every ending that can be written; ``.csv`` is a folder."""


def files_of(brief: Brief, target: Path) -> dict[Path, bytes]:
    """The files that record a brief, in the format that the ending of ``target`` names.

    Raises:
        KeyError: No format has that ending.
    """
    ending = target.suffix.lower()
    if ending == _XLSX:
        from bluf.data.writers import workbook  # openpyxl, which is slow to load

        return {target: workbook.write(brief, target.as_posix())}
    if ending == _CSV:
        return {target / name: data for name, data in csv_folder.write(brief).items()}
    return {target: _TEXTS[ending](brief).encode()}
