"""The user's cache folder: what was found out before, kept under names that say what it was about.

It lies in the home of the user, readable by nobody else, and is bounded. Nothing that lies inside a
project is ever read as a cache: a folder that somebody sends cannot bring its own “verified”.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from bluf.files import write_atomic

MOST_BYTES = 256 * 1024 * 1024
"""So much may lie in the folder; beyond it, what was longest unused goes."""
_LARGEST = 4 * 1024 * 1024
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where the cache of this user lies; None where there is to be none.

    ``BLUF_CACHE`` names another folder, or is ``off``. Else it is the system's own place: the
    XDG Base Directory Specification, ``Library/Caches`` of macOS, ``LOCALAPPDATA`` of Windows.
    """
    named = environment.get("BLUF_CACHE", "")
    if named.casefold() == "off":
        return None
    if named:
        return Path(named) if Path(named).is_absolute() else None
    base = _base(environment)
    return base / "bluf" if base is not None and base.is_absolute() else None


def _base(environment: Mapping[str, str]) -> Path | None:
    if sys.platform == "win32":  # pragma: no cover - of Windows
        local = environment.get("LOCALAPPDATA")
        return Path(local) if local else None
    home = environment.get("HOME")
    if sys.platform == "darwin":  # pragma: no cover - of macOS
        return Path(home, "Library", "Caches") if home else None
    shared = environment.get("XDG_CACHE_HOME", "")
    if Path(shared).is_absolute():
        return Path(shared)
    return Path(home, ".cache") if home else None


class Store(Struct, frozen=True):
    """A folder of small files by name; whatever goes wrong with it, the work is done without it."""

    folder: Path

    def read(self, name: str) -> bytes | None:
        """What is kept under a name; None where nothing is, or where others could have written."""
        path = self._path(name)
        with suppress(OSError):
            if is_private(self.folder) and path.stat().st_size <= _LARGEST:
                os.utime(path)
                return path.read_bytes()
        return None

    def write(self, name: str, content: bytes) -> None:
        """Keep content under a name, for this user alone."""
        path = self._path(name)
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if is_private(self.folder) and len(content) <= _LARGEST:
                path.parent.mkdir(mode=0o700, exist_ok=True)
                write_atomic(path, content, mode=0o600)

    def size(self) -> int:
        """How many bytes it holds."""
        return sum(size for _, size, _ in self._files())

    def shrink(self, most: int = MOST_BYTES) -> None:
        """Take away what was longest unused, until no more than ``most`` bytes are left."""
        files = sorted(self._files())
        total = sum(size for _, size, _ in files)
        for _, size, path in files:
            if total <= most:
                return
            with suppress(OSError):
                path.unlink()
            total -= size

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        with suppress(OSError):
            if not is_private(self.folder):
                return
            for path in self.folder.glob("??/*"):
                found = path.lstat()
                yield found.st_mtime, found.st_size, path


def is_private(folder: Path) -> bool:
    """Whether a folder is one of this user's own, and nobody else can write or read there."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    if os.name == "nt":  # pragma: no cover - there, the profile of a user is private
        return True
    return found.st_uid == os.geteuid() and not stat.S_IMODE(found.st_mode) & _OTHERS
