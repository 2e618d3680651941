"""Find the settings that hold in a folder, and read them."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from bluf.settings.decode import decode
from bluf.settings.model import Settings
from octavo.finding import Finding, FindingsError, Level
from octavo.location import FileLocation, TextLocation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bluf.settings.decode import Fault

_PLACE = re.compile(r"\s*\(at line (\d+), column (\d+)\)")
_NAMES = ("bluf.toml", "pyproject.toml")


class SettingsError(FindingsError):
    """The settings file or an environment variable was refused."""


class _File(Struct, frozen=True):
    """A settings file: its path, its text, and the table in it."""

    path: Path
    text: str
    table: dict[str, Any]

    def location(self, key: str) -> TextLocation:
        """Where a key stands; tomllib keeps no places, so the first line that has it."""
        pattern = re.compile(rf"\s*(\[.*)?\b{re.escape(key)}\b")
        lines = enumerate(self.text.splitlines(), 1)
        return TextLocation(str(self.path), next((n for n, t in lines if pattern.match(t)), 1))


def read_settings(folder: Path, environment: Mapping[str, str]) -> tuple[Settings, Path]:
    """The settings that hold in a folder, and the folder they stand in.

    The nearest ``bluf.toml``, or ``pyproject.toml`` with a table ``[tool.bluf]``, of the folder and
    those above it counts; a variable such as ``BLUF_PAPER`` or ``BLUF_PAGES_VERIFY`` goes before.

    Raises:
        SettingsError: A file or variable is wrong; names every fault with its place.
    """
    file = _nearest(folder.absolute())
    variables = _variables(Settings, "BLUF", environment)
    settings, faults = decode(Settings, _merge(file.table if file else {}, variables))
    if faults:
        raise SettingsError(_finding(fault, file, variables) for fault in faults)
    return settings, file.path.parent if file else folder


def _nearest(folder: Path) -> _File | None:
    for place in (folder, *folder.parents):
        for name in _NAMES:
            file = _load(place / name)
            if file:
                return file
    return None


def _load(path: Path) -> _File | None:
    if not path.is_file():
        return None
    text = path.read_text(encoding="utf-8")
    table = _parse(path, text)
    if path.name == "bluf.toml":
        return _File(path, text, table)
    ours = table.get("tool", {}).get("bluf")
    return None if ours is None else _File(path, text, ours)


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _PLACE.search(message)
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        finding = Finding(
            rule="data-syntax",
            level=Level.ERROR,
            message=f"this is not TOML: {_PLACE.sub('', message)}",
            location=TextLocation(str(path), line, column),
            excerpt=(text.splitlines() or [""])[line - 1],
        )
        raise SettingsError([finding]) from None


def _variables(table: type[Struct], prefix: str, environment: Mapping[str, str]) -> dict[str, Any]:
    """What the environment sets, nested as the settings are."""
    found: dict[str, Any] = {}
    for field in structs.fields(table):
        variable, kind = f"{prefix}_{field.name.upper()}", field.type
        if isinstance(kind, type) and issubclass(kind, Struct):
            inner = _variables(kind, variable, environment)
            found |= {field.name: inner} if inner else {}
        elif variable in environment:
            found[field.name] = environment[variable]
    return found


def _merge(table: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(table)
    for key, value in over.items():
        inner = merged.get(key)
        both = isinstance(value, dict) and isinstance(inner, dict)
        merged[key] = {**inner, **value} if both and inner else value
    return merged


def _finding(fault: Fault, file: _File | None, variables: dict[str, Any]) -> Finding:
    name = ".".join(fault.path)
    if file is None or _holds(variables, fault.path):
        variable = "_".join(["BLUF", *fault.path]).upper()
        where: FileLocation | TextLocation = FileLocation(f"environment variable {variable}")
    else:
        where = file.location(fault.path[-1])
    return Finding(fault.rule, Level.ERROR, f"“{name}”: {fault.message}", where, fault.hint)


def _holds(table: dict[str, Any], path: Sequence[str]) -> bool:
    """Whether a nested table sets what a path names."""
    inner: Any = table
    for part in path:
        if not isinstance(inner, dict):
            break
        inner = inner.get(part)
    return inner is not None
