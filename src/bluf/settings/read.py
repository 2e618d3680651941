"""Find the settings that hold in a folder, and read them.

What they name outside that folder is refused: a folder that somebody sends must not show, nor use,
what lies elsewhere on the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from bluf.files import leaves_its_folder
from bluf.rules import finding
from bluf.settings.decode import SettingFault, decode
from bluf.settings.model import Settings
from octavo.finding import Finding, FindingsError, Level
from octavo.location import FileLocation, Location

if TYPE_CHECKING:
    from bluf.data import Places


_FOLDERS = ("briefs", "templates", "fonts", "languages", "markings")
_READ = ("fonts", "languages", "markings")
"""Folders of which every file may be read, whichever brief it is."""
_NAMES = (*((name,) for name in (*_FOLDERS, "template")), ("letterhead", "logo"))
_MESSAGE = "leads out of the folder of the settings"


def outside(settings: Settings, home: Path, typed: Mapping[str, object]) -> Iterator[SettingFault]:
    """A fault for each setting that leads out of ``home``, unless a person typed it."""
    for path in _NAMES:
        held, said = _held(settings, typed, path)
        if held and not said and leaves_its_folder(home / held, home):
            variable = "_".join(path).upper()
            hint = f"name it on the command line, or by the variable BLUF_{variable}"
            yield SettingFault(path, "bad-value", _MESSAGE, hint)


def links(settings: Settings, home: Path) -> Iterator[Finding]:
    """A finding for each file in the folders of the settings that is a link to elsewhere."""
    for name in _READ:
        folder = home / getattr(settings, name)
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if leaves_its_folder(path):
                message = "this is a link out of its folder"
                hint = "replace the link with the file itself"
                place = FileLocation(path.as_posix())
                yield finding("file-unreadable", message, place, hint)


def _held(
    settings: Settings, typed: Mapping[str, object], path: tuple[str, ...]
) -> tuple[str, bool]:
    """What a setting holds, and whether it was typed on the command line or in the environment."""
    *tables, name = path
    held: object = settings
    said: object = typed
    for table in tables:
        held = getattr(held, table)
        said = said.get(table) if isinstance(said, dict) else None
    is_said = isinstance(said, dict) and name in said
    return str(getattr(held, name)), is_said


_OWN, _SHARED = "bluf.toml", "pyproject.toml"
_FORMER = "BLUF_PAGES_VERIFY"
"""A variable by the name it had; the setting says what became of it."""
_TABLE = ("tool", "bluf")
"""Where our settings stand in a file that other programs share."""


class SettingsError(FindingsError):
    """The settings file or an environment variable was refused."""


class _File(Struct, frozen=True):
    """A settings file: its path, where everything in it stands, and the way to our table."""

    path: Path
    places: Places
    table: tuple[str, ...] = ()

    @property
    def values(self) -> dict[str, Any]:
        """What our table sets, each value as the text it was typed as."""
        values = self.places.values(*self.table)
        return values if isinstance(values, dict) else {}

    def location(self, path: Sequence[str]) -> Location:
        """Where the key of a setting stands."""
        return self.places.key(*self.table, *path)


def read_settings(
    folder: Path, environment: Mapping[str, str], flags: Mapping[str, object] | None = None
) -> tuple[Settings, Path]:
    """The settings that hold in a folder, and the folder they stand in.

    The nearest ``bluf.toml``, or ``pyproject.toml`` with a table ``[tool.bluf]``, of the folder and
    those above it counts; a variable such as ``BLUF_PAPER`` or ``BLUF_PAGES_CONFIRM`` goes before,
    and a flag, named ``paper`` or ``pages_confirm``, before that.

    Raises:
        SettingsError: A file or variable is wrong; names every fault with its place.
    """
    file = _nearest(folder.absolute())
    variables = _nested(Settings, "BLUF_", environment, str.upper)
    if _FORMER in environment:
        variables.setdefault("pages", {})["verify"] = environment[_FORMER]
    named = _nested(Settings, "", flags or {}, str)
    typed = _merge(variables, named)
    settings, faults = decode(Settings, _merge(file.values if file else {}, typed))
    home = file.path.parent if file else folder
    if faults:
        raise SettingsError(_finding(fault, file, variables, named) for fault in faults)
    away = [_away(fault, file, home) for fault in outside(settings, home, typed)]
    if away := away or list(links(settings, home)):
        raise SettingsError(away)
    return settings, home


def _nearest(folder: Path) -> _File | None:
    for place in (folder, *folder.parents):
        file = _own(place / _OWN) or _shared(place / _SHARED)
        if file:
            return file
    return None


def _own(path: Path) -> _File | None:
    if path.is_dir():
        message = "this is a folder, and settings are a file"
        place = FileLocation(path.as_posix())
        hint = "give it another name"
        fault = finding("file-unreadable", message, place, hint)
        raise SettingsError([fault])
    return _File(path, _read(path)) if lexists(path) else None


def _shared(path: Path) -> _File | None:
    """The file where it has a table of ours; what else stands in it is no affair of ours."""
    if not path.is_file() or _TABLE[-1].encode() not in path.read_bytes():
        return None
    places = _read(path)
    return _File(path, places, _TABLE) if places.find(*_TABLE) is not None else None


def _read(path: Path) -> Places:
    """Where everything in a TOML file stands; the reader is loaded where there is one."""
    from bluf.data import DataError, read_toml

    try:
        return read_toml(path)
    except DataError as error:
        found = (
            structs.replace(each, hint="save it as UTF-8") if each.rule == "encoding" else each
            for each in error.findings
        )
        raise SettingsError(found) from None


def _nested(
    table: type[Struct], prefix: str, given: Mapping[str, Any], spelt: Callable[[str], str]
) -> dict[str, Any]:
    """What variables or flags set, nested as the settings are."""
    found: dict[str, Any] = {}
    for field in structs.fields(table):
        name, kind = f"{prefix}{spelt(field.name)}", field.type
        if isinstance(kind, type) and issubclass(kind, Struct):
            inner = _nested(kind, f"{name}_", given, spelt)
            found |= {field.name: inner} if inner else {}
        elif name in given:
            found[field.name] = given[name]
    return found


def _merge(table: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(table)
    for key, value in over.items():
        inner = merged.get(key)
        both = isinstance(value, dict) and isinstance(inner, dict)
        merged[key] = {**inner, **value} if both and inner else value
    return merged


def _finding(
    fault: SettingFault, file: _File | None, variables: dict[str, Any], named: dict[str, Any]
) -> Finding:
    name = ".".join(fault.path)
    if file is None or _holds(variables, fault.path) or _holds(named, fault.path):
        variable = "_".join(["BLUF", *fault.path]).upper()
        said = _holds(named, fault.path)
        where: Location = FileLocation(
            "command line" if said else f"environment variable {variable}"
        )
        return Finding(fault.rule, Level.ERROR, f"“{name}”: {fault.message}", where, fault.hint)
    where = file.location(fault.path)
    return Finding(
        rule=fault.rule,
        level=Level.ERROR,
        message=f"“{name}”: {fault.message}",
        location=where,
        hint=fault.hint,
        excerpt=file.places.excerpt(where),
    )


def _away(fault: SettingFault, file: _File | None, home: Path) -> Finding:
    """The finding for what leads away: where the file says so, else at what has that name."""
    if file and _holds(file.values, fault.path):
        return _finding(fault, file, {}, {})
    name = ".".join(fault.path)
    place = FileLocation((home / name).as_posix())
    return Finding(fault.rule, Level.ERROR, f"“{name}” {fault.message}", place, fault.hint)


def _holds(table: dict[str, Any], path: Sequence[str]) -> bool:
    """Whether a nested table sets what a path names."""
    inner: Any = table
    for part in path:
        if not isinstance(inner, dict):
            break
        inner = inner.get(part)
    return inner is not None
