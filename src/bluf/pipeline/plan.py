"""Which briefs: from the paths a person names to data files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from bluf.data import SCHEMA_NAME, STANDARD_INPUT
from bluf.rules import finding
from octavo.finding import Finding, FindingsError
from octavo.location import FileLocation

DATA_NAMES = ("brief.yaml", "brief.yml", "brief.toml", "brief.json", "brief.xlsx", "brief.csv")
"""Names of a data file in the folder of a brief; ``brief.csv`` is a folder of CSV files."""
_TABLES = ".csv"


FINISHED = (".docx", ".dotx", ".docm", ".dotm", ".doc", ".md")
"""Endings of finished files; those with macros and the old ones are refused with a reason."""
_TEMPLATES = (".docx", ".dotx", ".md")
_LOCKS = "~$"
"""What the name of a file begins with by which Word says that it has another one open."""


class Subjects(Struct, frozen=True):
    """What paths lead to: data files of briefs, templates, and finished files."""

    briefs: tuple[Path, ...] = ()
    templates: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()


class NoBriefError(FindingsError):
    """A path leads to no brief."""


def find_subjects(paths: Iterable[Path], templates: Path | None = None) -> Subjects:
    """What there is to check.

    A folder without any brief stands for the finished files in and below it. A file in the folder
    of the templates is one of them, and what Word keeps beside an open file is passed over.

    Args:
        paths: What a person named.
        templates: Folder of the user's own templates.

    Raises:
        NoBriefError: A path is not there, or nothing to check lies below it.
    """
    briefs: list[Path] = []
    files: list[Path] = []
    for path in expanded(paths):
        if path.suffix.lower() in FINISHED and not path.is_dir():
            files.append(path)
        elif path.is_dir() and not _below(path):
            files += _finished_below(path, templates)
            briefs += [] if files else [path]
        else:
            briefs.append(path)
    wanted = [each for each in dict.fromkeys(files) if not each.name.startswith(_LOCKS)]
    own = [each for each in wanted if _is_template(each, templates)]
    others = tuple(each for each in wanted if each not in own)
    return Subjects(find_briefs(briefs), tuple(own), others)


def expanded(paths: Iterable[Path]) -> Iterator[Path]:
    """The paths; patterns are spelt out, as no shell of Windows does."""
    for path in paths:
        text = str(path)
        if path.exists() or not any(sign in text for sign in "*?["):
            yield path
            continue
        root = type(path)(path.anchor)
        found = sorted(root.glob(str(path.relative_to(path.anchor))))
        yield from found or [path]


def _finished_below(folder: Path, templates: Path | None) -> list[Path]:
    found = (each for end in (".docx", ".md") for each in folder.rglob(f"*{end}"))
    return sorted(
        each
        for each in found
        if not _is_inside(each.relative_to(folder).parents) and not _is_template(each, templates)
    )


def _is_template(path: Path, templates: Path | None) -> bool:
    return (
        templates is not None
        and path.suffix.lower() in _TEMPLATES
        and path.absolute().parent == templates.absolute()
    )


def find_briefs(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The data files that the paths lead to, each once, in order of their paths.

    A path may be a data file, the folder of a brief, or a folder of such folders at any depth; “-”
    is a data file that comes in through standard input.

    Raises:
        NoBriefError: A path is not there, or no data file lies below it; names every such path.
    """
    found: dict[Path, None] = {}
    findings = []
    named = list(expanded(paths))
    for path in named:
        if path.name == SCHEMA_NAME and len(named) > 1:
            continue  # “briefs/*” names it too
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
    if path.name == SCHEMA_NAME:
        return []
    if path.name in DATA_NAMES or path.suffix == _TABLES or not path.is_dir():
        return [path] if path.exists() else []
    found = (each for each in path.rglob("brief.*") if each.name in DATA_NAMES)
    return sorted(each for each in found if not _is_inside(each.relative_to(path).parents))


def _is_inside(folders: Iterable[Path]) -> bool:
    """Whether one of the folders is hidden, or holds tables, of which one is called as a brief."""
    return any(each.name.startswith(".") or each.suffix == _TABLES for each in folders)


def _no_brief(path: Path) -> Finding:
    there = path.exists()
    message = "there is no data file in or below this folder" if there else "there is no such file"
    if path.name == SCHEMA_NAME:
        message = "this is the schema of data files, not a brief"
    hint = (
        "a brief is a folder with a file “brief.yaml”; “bluf new ID” makes one"
        if there or path.name == "briefs"
        else "give the path of a data file, of a brief's folder, or of a folder of briefs; "
        f"bluf looked for “{Path(path).absolute()}”"
    )
    return finding("brief-missing", message, FileLocation(str(path)), hint)
