"""How words of different languages and scripts compare."""

from __future__ import annotations

import unicodedata


def script_of(word: str) -> str:
    """``LATIN``, ``CYRILLIC``, ``ARABIC``, ``CJK``, …: by the first letter; empty without one."""
    letter = next((sign for sign in word if sign.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""
