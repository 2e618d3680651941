"""How messages show a text that may be long, and a count."""

from __future__ import annotations

from typing import Final

QUOTED: Final = 60
"""Characters of a text that a message quotes."""


def shortened(text: str, most: int) -> str:
    """``text`` in at most ``most`` characters, the last one an ellipsis where some are left out."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def quoted(text: str) -> str:
    """``text`` in quotation marks, on one line of at most `QUOTED` characters."""
    return f"“{shortened(' '.join(text.split()), QUOTED)}”"


def capital(text: str) -> str:
    """``text`` with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def plural(count: int, noun: str) -> str:
    """``1 request``, ``2 requests``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
