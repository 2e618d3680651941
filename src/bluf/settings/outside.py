"""What settings name that lies outside their folder, by a path or through a link.

A folder that somebody sends must not show, nor use, what lies elsewhere on the machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.files import leaves_its_folder
from bluf.rules import finding
from bluf.settings.decode import SettingFault
from octavo.location import FileLocation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bluf.settings.model import Settings
    from octavo.finding import Finding

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
