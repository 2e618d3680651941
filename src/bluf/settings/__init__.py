"""Settings: flag, environment, file, default, in that order."""

from __future__ import annotations

from bluf.settings.model import CheckSettings, PageSettings, Settings
from bluf.settings.read import SettingsError, read_settings

__all__ = ["CheckSettings", "PageSettings", "Settings", "SettingsError", "read_settings"]
