"""Write a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SUFFIX = ".bluf-tmp"
_STALE_SECONDS = 3600


def write_atomic(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``; whoever reads it meanwhile sees the old file or the new one.

    Written beside the target, flushed to the disk, then renamed over it (POSIX rename; ReplaceFile
    on Windows). What an earlier run left behind when it was killed is cleared away.

    Raises:
        OSError: It could not be written; the old file is as it was.
    """
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError(21, "there is a folder of that name", str(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(target)
    handle, name = tempfile.mkstemp(_SUFFIX, f".{target.name[:40]}.", target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(target))  # noqa: PTH101 - a name, not yet a path of ours
        os.replace(name, target)  # noqa: PTH105 - as above
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - as above
        if isinstance(error, OSError):
            error.filename = str(path)
        raise
    _sync_folder(target.parent)


def _mode(target: Path) -> int:
    """The rights of the file that is replaced, else what the user's mask leaves."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear_leftovers(target: Path) -> None:
    oldest = time.time() - _STALE_SECONDS
    for leftover in target.parent.glob(f".{_escaped(target.name[:40])}.*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            if leftover.stat().st_mtime < oldest:
                leftover.unlink()


def _escaped(name: str) -> str:
    """The name with nothing in it that a pattern would read."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
