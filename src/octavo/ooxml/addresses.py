"""Which addresses a Word file may point to outside itself."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SCHEMES: Final = frozenset({"http:", "https:", "mailto:"})
_TAGS: Final = ("{{", "{%")
_DRIVE: Final = re.compile(r"[A-Za-z]:(?![/\\]{2})")


def is_web_link(address: str) -> bool:
    """Whether a link to the address is admitted: http, https, mailto, or a place in the file.

    An address that begins with a template's tag is admitted as well: whoever fills the tag has to
    ask again.
    """
    plain = unquote(address).strip()
    if not plain or plain.startswith(("#", *_TAGS)):
        return True
    scheme = SCHEME.match(plain)
    return scheme is not None and scheme.group().lower() in _SCHEMES


def is_local_path(address: str) -> bool:
    """Whether the address is a file on this machine: no scheme but ``file``, no server's name."""
    plain = unquote(address).strip()
    if plain.startswith(("//", "\\\\")):
        return False
    if _DRIVE.match(plain):
        return True
    if plain.lower().startswith("file:"):
        return _is_local_file(plain)
    return SCHEME.match(plain) is None


def _is_local_file(address: str) -> bool:
    path = address[len("file:") :].replace("\\", "/")
    slashes = len(path) - len(path.lstrip("/"))
    return slashes in {0, 1, 3}
