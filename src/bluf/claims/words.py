"""How messages show words, and how words of different languages and scripts compare."""

from __future__ import annotations

import unicodedata

_LONGEST = 60


def shown(text: str) -> str:
    """Words in quotation marks, on one line, cut where they are long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + '…'}”"


def script_of(word: str) -> str:
    """``LATIN``, ``CYRILLIC``, ``ARABIC``, ``CJK``, …: by the first letter; empty without one."""
    letter = next((sign for sign in word if sign.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""
