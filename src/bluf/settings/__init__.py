"""Settings: flag, environment, file, default, in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.settings.model import (
        AudienceSettings,
        CheckSettings,
        Confirm,
        LetterheadSettings,
        PageSettings,
        Settings,
    )
    from bluf.settings.read import SettingsError, read_settings
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
