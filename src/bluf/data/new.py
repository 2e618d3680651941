"""A brief to start from, and one that a draft proposes: with comments above what they speak of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from msgspec import ValidationError, convert

from bluf.data.decode import decode
from bluf.data.formats.document import parsed_text
from bluf.data.lines import Lines
from bluf.data.load import SCHEMA_NAME, schema_file
from bluf.data.tree import Steps
from bluf.data.writers import yaml_text
from bluf.data.writers.table import files_of
from bluf.model import Brief, BriefId
from octavo.location import TextLocation


def commented(brief: Brief, comments: Mapping[Steps, str], last: tuple[str, ...] = ()) -> str:
    """The text of the file.

    Args:
        brief: What it records.
        comments: What is said of its parts, by path; of a part that is left out nothing is said.
        last: Lines of a comment at the end of the file.
    """
    text = yaml_text.write(brief)
    lines = Lines("brief.yaml", text)
    places = parsed_text(lines).places
    written = text.splitlines()
    above: dict[int, str] = {}
    for path, words in comments.items():
        location = places.key(*path)
        if places.find(*path) is not None and isinstance(location, TextLocation):
            above.setdefault(location.line, " ".join(words.split()))
    result: list[str] = []
    for number, line in enumerate(written, 1):
        if number in above:
            indent = line[: len(line) - len(line.lstrip())]
            result.append(f"{indent}# {above[number]}")
        result.append(line)
    return "\n".join([*result, *(f"# {line}".rstrip() for line in last)]) + "\n"


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
    return {"brief.yaml": text.encode(), "sources/release.txt": _shipped("release.txt").encode()}


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
