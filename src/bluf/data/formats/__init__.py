"""The readers of data files, one format a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.data.error import DataError, fault
from bluf.data.formats import json_text, toml_text, yaml_text
from bluf.data.load import load_text
from bluf.data.tree import Places
from bluf.location import FileLocation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.data.lines import Lines
    from bluf.data.tree import Node
    from bluf.finding import Finding

TEXT_FORMATS: dict[str, Callable[[Lines], Node]] = {
    ".yaml": yaml_text.parse,
    ".yml": yaml_text.parse,
    ".toml": toml_text.parse,
    ".json": json_text.parse,
}
"""How a text becomes a tree, by the ending of its file."""


def read_places(path: Path, encoding: str | None) -> tuple[Places, tuple[Finding, ...]]:
    """The tree of a data file, and what its reader warns of.

    Raises:
        DataError: The file breaks the rules of its format.
    """
    parse = TEXT_FORMATS.get(path.suffix.lower())
    if parse is None:
        raise DataError([_unknown_format(path)])
    lines = load_text(path, encoding)
    return Places(parse(lines), {lines.path: lines}), ()


def _unknown_format(path: Path) -> Finding:
    message = f"no reader knows files that end in “{path.suffix}”"
    known = ", ".join(TEXT_FORMATS)
    return fault("file-format", message, FileLocation(path.as_posix()), f"known are: {known}")
