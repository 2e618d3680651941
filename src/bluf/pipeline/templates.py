"""Which template: the user's own before the shipped ones."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from bluf.files import leaves_its_folder
from bluf.rules import finding
from octavo.finding import Finding, FindingsError
from octavo.location import FileLocation
from octavo.suggest import did_you_mean


class TemplateMissingError(FindingsError):
    """No template of that name and kind is there."""


@cache
def shipped_folder() -> Path:
    """The folder of the shipped templates, in the installed package or in a checkout."""
    package = Path(__file__).parents[1] / "templates"
    return package if package.is_dir() else Path(__file__).parents[3] / "templates"


def folder_state(template: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells a changed template, or a file that it takes in: names, times and sizes."""
    with os.scandir(template.parent.resolve()) as entries:
        files = [(each.path, each.stat()) for each in entries if each.is_file()]
    return tuple(sorted((path, stat.st_mtime_ns, stat.st_size) for path, stat in files))


def find_template(name: str, kind: str, own: Path | None = None) -> Path:
    """The template ``name`` for files of a kind (``docx``, ``md``).

    Args:
        name: A name such as ``brief``, or the path of a file; a template of the other kind stands
            beside it, under the same name.
        kind: Suffix of the output without its dot.
        own: Folder of the user's templates, which go first.

    Raises:
        TemplateMissingError: There is none; says which there are.
    """
    path = Path(name)
    if kind not in _SUFFIXES:
        raise TemplateMissingError([_missing(f"{name}.{kind}", "", _SUFFIXES)])
    if path.suffix in _ALL_SUFFIXES:
        candidates = [path.with_suffix(suffix) for suffix in _SUFFIXES[kind]]
        folders = [path.parent]
    else:
        folders = [folder for folder in (own, shipped_folder()) if folder and folder.is_dir()]
        candidates = [folder / (name + end) for folder in folders for end in _SUFFIXES[kind]]
    for candidate in candidates:
        if leaves_its_folder(candidate):
            raise TemplateMissingError([_link(candidate)])
        if candidate.is_file():
            return candidate
    known = {each.stem for folder in folders for each in _of_kind(folder, kind)}
    others = [
        other
        for other in _SUFFIXES
        for folder in folders
        if other != kind
        for each in _of_kind(folder, other)
        if each.stem == path.stem
    ]
    hint = f"write one, or build with “--format {others[0]}”" if others else ""
    raise TemplateMissingError([_missing(name, f" for .{kind} files", known, hint)])


def _missing(name: str, files: str, known: Iterable[str], hint: str = "") -> Finding:
    message = f"there is no template “{name}”{files}"
    place, hint = FileLocation(name), hint or did_you_mean(name, known)
    return finding("template-missing", message, place, hint)


def template_kinds(folder: Path) -> dict[str, list[str]]:
    """The templates of a folder by name, each with the endings there are of it."""
    kinds: dict[str, list[str]] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix in _ALL_SUFFIXES:
            kinds.setdefault(path.stem, []).append(path.suffix[1:])
    return kinds


def _link(path: Path) -> Finding:
    message = "the template is a link out of its folder"
    hint = "replace the link with the file itself"
    return finding("file-unreadable", message, FileLocation(path.as_posix()), hint)


_SUFFIXES = {"docx": (".docx", ".dotx"), "md": (".md",)}
_ALL_SUFFIXES = {suffix for suffixes in _SUFFIXES.values() for suffix in suffixes}


def _of_kind(folder: Path, kind: str) -> list[Path]:
    return [each for each in sorted(folder.iterdir()) if each.suffix in _SUFFIXES[kind]]
