"""The settings that hold where the command runs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bluf.settings import Settings


def settings_with(**flags: object) -> tuple[Settings, Path]:
    """The settings that hold here, flags before environment before file; and their folder.

    A flag is named as its setting is: ``paper``, ``checks_strict``; None was not given.

    Raises:
        SettingsError: A flag, a variable or the settings file is wrong.
    """
    from bluf.settings import read_settings

    given = {name: value for name, value in flags.items() if value is not None}
    settings, home = read_settings(Path.cwd(), os.environ, given)
    return settings, Path(os.path.relpath(home))


def briefs_folder() -> Path:
    """The folder of the briefs, as the settings have it."""
    settings, home = settings_with()
    return home / settings.briefs
