"""A brief to start from: an invented meeting with its source, commented, that builds at once."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import ValidationError, convert

from bluf.data.decode import decode
from bluf.data.formats.document import parsed_text
from bluf.data.lines import Lines
from bluf.data.load import SCHEMA_NAME, schema_file
from bluf.data.writers.table import files_of
from bluf.model import BriefId

if TYPE_CHECKING:
    import datetime as dt


def is_id(name: str) -> bool:
    """Whether a brief can have this id, which is also the name of its folder."""
    try:
        convert(name, BriefId)
    except ValidationError:
        return False
    return "\n" not in name


def starter(name: str, day: dt.date) -> dict[str, bytes]:
    """The files of a new brief, by their paths in the folder of the brief.

    Args:
        name: Id of the brief.
        day: Its date.
    """
    text = _shipped("brief.yaml").replace("id: ID ", f"id: {name} ", 1)
    text = text.replace("DATE", day.isoformat()).replace("LATEST", f"{day.year + 1}-12-31")
    return {
        "brief.yaml": text.encode(),
        "sources/release.txt": _shipped("release.txt").encode(),
    }


def starter_workbook(name: str, day: dt.date) -> dict[str, bytes]:
    """The same, with the data in a workbook."""
    files = starter(name, day)
    lines = Lines("brief.yaml", files.pop("brief.yaml").decode())
    brief = decode(parsed_text(lines).places)
    written = files_of(brief, Path("brief.xlsx"))
    return {path.name: content for path, content in written.items()} | files


def missing_schema(briefs: Path) -> dict[Path, bytes]:
    """The schema that the first line of a data file names, where the folder has none yet."""
    path = briefs / SCHEMA_NAME
    return {} if path.exists() else {path: schema_file()}


def _shipped(name: str) -> str:
    return resources.files("bluf.data").joinpath("starter", name).read_text(encoding="utf-8")
