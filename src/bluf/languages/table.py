"""The base of what is read from the file of a language."""

from __future__ import annotations

from msgspec import Struct


class LanguageTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file; a key that no field has is refused."""
