"""Which briefs: from the paths a person names to data files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.data import STANDARD_INPUT
from octavo.finding import Finding, FindingsError, Level
from octavo.location import FileLocation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DATA_NAMES = ("brief.yaml", "brief.yml", "brief.toml", "brief.json", "brief.xlsx", "brief.csv")
"""Names of a data file in the folder of a brief; ``brief.csv`` is a folder of CSV files."""
_TABLES = ".csv"


class NoBriefError(FindingsError):
    """A path leads to no brief."""


def find_briefs(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The data files that the paths lead to, each once, in order of their paths.

    A path may be a data file, the folder of a brief, or a folder of such folders at any depth; “-”
    is a data file that comes in through standard input.

    Raises:
        NoBriefError: A path is not there, or no data file lies below it; names every such path.
    """
    found: dict[Path, None] = {}
    findings = []
    for path in paths:
        if path == STANDARD_INPUT:
            found[path] = None
            continue
        below = _below(path)
        if not below:
            findings.append(_no_brief(path))
        found |= dict.fromkeys(below)
    if findings:
        raise NoBriefError(findings)
    return tuple(found)


def _below(path: Path) -> list[Path]:
    if path.name in DATA_NAMES or path.suffix == _TABLES or not path.is_dir():
        return [path] if path.exists() else []
    found = (each for each in path.rglob("brief.*") if each.name in DATA_NAMES)
    return sorted(each for each in found if not _is_inside(each.relative_to(path).parents))


def _is_inside(folders: Iterable[Path]) -> bool:
    """Whether one of the folders is hidden, or holds tables, of which one is called as a brief."""
    return any(each.name.startswith(".") or each.suffix == _TABLES for each in folders)


def _no_brief(path: Path) -> Finding:
    there = path.exists()
    message = "no data file lies in or below this folder" if there else "there is no such file"
    hint = (
        "a brief is a folder with a file “brief.yaml”; “bluf new ID” makes one"
        if there or path.name == "briefs"
        else "give the path of a data file, of a brief's folder, or of a folder of briefs"
    )
    return Finding("brief-missing", Level.ERROR, message, FileLocation(str(path)), hint)
