"""Find the settings that hold in a folder, and read them."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from pydantic import BaseModel, ValidationError

from bluf.finding import Finding, FindingsError, Level
from bluf.location import FileLocation, TextLocation
from bluf.settings.model import Settings
from bluf.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic_core import ErrorDetails

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
    try:
        settings = Settings.model_validate(_merge(file.table if file else {}, variables))
    except ValidationError as error:
        raise SettingsError(_finding(each, file, variables) for each in error.errors()) from None
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


def _variables(
    table: type[BaseModel], prefix: str, environment: Mapping[str, str]
) -> dict[str, Any]:
    """What the environment sets, nested as the settings are."""
    found: dict[str, Any] = {}
    for name, field in table.model_fields.items():
        variable, kind = f"{prefix}_{name.upper()}", field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            inner = _variables(kind, variable, environment)
            found |= {name: inner} if inner else {}
        elif variable in environment:
            found[name] = environment[variable]
    return found


def _merge(table: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(table)
    for key, value in over.items():
        inner = merged.get(key)
        both = isinstance(value, dict) and isinstance(inner, dict)
        merged[key] = {**inner, **value} if both and inner else value
    return merged


def _finding(error: ErrorDetails, file: _File | None, variables: dict[str, Any]) -> Finding:
    path = [str(part) for part in error["loc"]]
    name = ".".join(part for part in path if not part.isdigit())
    unknown = error["type"] == "extra_forbidden"
    message = "is not a setting" if unknown else error["msg"].replace("Input", "the value")
    hint = did_you_mean(path[-1], _known(path[:-1])) if unknown else ""
    if file is None or _holds(variables, path):
        variable = "_".join(["BLUF", *name.split(".")]).upper()
        where: FileLocation | TextLocation = FileLocation(f"environment variable {variable}")
    else:
        where = file.location(next(part for part in reversed(path) if not part.isdigit()))
    rule = "unknown-key" if unknown else "data-type"
    return Finding(rule, Level.ERROR, f"“{name}”: {message}", where, hint)


def _holds(table: dict[str, Any], path: list[str]) -> bool:
    """Whether a nested table sets what a path names, or the list that the path ends in."""
    inner: Any = table
    for part in path:
        if not isinstance(inner, dict):
            break
        inner = inner.get(part)
    return inner is not None


def _known(path: list[str]) -> list[str]:
    """The settings that exist in a table."""
    table: Any = Settings
    for part in path:
        table = table.model_fields[part].annotation
    return list(table.model_fields)
