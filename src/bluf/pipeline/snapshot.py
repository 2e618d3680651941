"""What a result depends on, as sums of contents: never as times, which an edit can keep."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, structs

import bluf
import octavo
from bluf.pipeline.plan import DATA_NAMES
from bluf.pipeline.templates import shipped_folder

if TYPE_CHECKING:
    from bluf.pipeline.order import Order

_MOST_FILES = 500
_MOST_BYTES = 256 * 1024 * 1024
_BLOCK = 1024 * 1024
_ABSENT, _OTHER = "absent", "other"


class TooMuchError(Exception):
    """A folder holds more than is worth adding up."""


def sum_of(path: Path | str) -> str:
    """The sum of a file's content, or what there is in its place."""
    found = hashlib.sha256()
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of paths as text
            while block := file.read(_BLOCK):
                found.update(block)
        return found.hexdigest()
    except FileNotFoundError:
        return _ABSENT
    except OSError as error:
        return f"{_OTHER} {error.errno}"


def folder_sums(folder: Path) -> dict[str, str]:
    """The sum of every file in and below a folder, by its path; links count as what they name.

    Raises:
        TooMuchError: There are too many, or they are too large.
    """
    found: dict[str, str] = {}
    size = 0
    for entry in _files(str(folder)):
        size += entry.stat().st_size if entry.is_file() else 0
        if len(found) >= _MOST_FILES or size > _MOST_BYTES:
            raise TooMuchError
        found[entry.path] = sum_of(entry.path)
    return found


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    try:
        entries = sorted(os.scandir(folder), key=_name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        elif not entry.name.endswith(".bluf-tmp"):
            yield entry


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


SHELF = ".bluf"
"""Folder beside the data of what was sent round, which is written when a brief is."""


def inputs(order: Order, *, shelf: bool) -> dict[str, str]:
    """The sums of all that one brief is made from: its folder, and every path of its order.

    ``shelf`` says whether what was sent round before is among it.

    Raises:
        TooMuchError: They are too many, or too large.
    """
    found = folder_sums(order.data if order.data.is_dir() else order.data.parent)
    if not shelf:
        found = {path: sum_ for path, sum_ in found.items() if SHELF not in Path(path).parts}
    for path in {*_paths(order), *templates_of(order)}:
        found |= folder_sums(path) if path.is_dir() else {str(path): sum_of(path)}
    return found if Path(order.template).suffix else found | _shipped()


@cache
def _shipped() -> dict[str, str]:
    """The sums of the shipped templates, added up once: no run of the program changes them."""
    return folder_sums(shipped_folder())


def _paths(value: object) -> Iterator[Path]:
    """Every path in an order but those of the record, the outputs and the cache."""
    if isinstance(value, Path):
        yield value
    elif isinstance(value, tuple):
        for held in value:
            yield from _paths(held)
    elif isinstance(value, Struct):
        for name, held in structs.asdict(value).items():
            if name not in {"cache", "data", "out"}:
                yield from _paths(held)


def templates_of(order: Order) -> Iterator[Path]:
    """The files that the path of a template stands for; none where it is a name."""
    named = Path(order.template)
    if named.suffix:
        yield from (named.with_suffix(end) for end in (".docx", ".dotx", ".md"))


def earlier_sums(folders: Iterable[Path]) -> dict[str, str]:
    """The sums of what may be the data file of each of some briefs."""
    found: dict[str, str] = {}
    for folder in folders:
        for name in DATA_NAMES:
            path = folder / name
            found |= folder_sums(path) if path.is_dir() else {str(path): sum_of(path)}
    return found


@cache
def programs() -> str:
    """A sum of the program itself: its files, the libraries it stands on, and Python."""
    told = [bluf.__version__, sys.version]
    for package in (bluf, octavo):
        root = Path(package.__path__[0])
        told += sorted(f"{each}{_state(each)}" for each in root.rglob("*") if _is_code(each))
        home = root.parent
        told += sorted(each.name for each in home.iterdir() if each.suffix == ".dist-info")
    told += sorted(
        each.name
        for place in dict.fromkeys(map(Path, sys.path))
        if place.is_dir()
        for each in place.glob("*.dist-info")
    )
    return hashlib.sha256("\0".join(told).encode("utf-8", "surrogateescape")).hexdigest()


def _is_code(path: Path) -> bool:
    return path.suffix != ".pyc" and path.is_file()


def _state(path: Path) -> str:
    found = path.stat()
    return f" {found.st_size} {found.st_mtime_ns}"
