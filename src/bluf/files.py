"""Write a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import time
from pathlib import Path

_SUFFIX = ".bluf-tmp"
_STALE_SECONDS = 3600
"""So old is a temporary file of another machine before it is taken for what a killed run left."""


class TargetError(OSError):
    """Something stands where a file should go that is not ours to write to."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(errno.EPERM, reason, str(path))


def leaves_its_folder(path: Path, folder: Path | None = None) -> bool:
    """Whether a path leads, through a link, out of a folder; out of its own where none is named.

    A folder that somebody sends must not show, nor change, what lies elsewhere on the machine.
    """
    if folder is None and not path.is_symlink():
        return False
    return not path.resolve().is_relative_to((folder or path.parent).resolve())


def write_atomic(path: Path, content: bytes, mode: int | None = None) -> None:
    """Put ``content`` at ``path``; whoever reads it meanwhile sees the old file or the new one.

    Written beside the target, flushed to the disk, then renamed over it (POSIX rename; ReplaceFile
    on Windows). What an earlier run left behind when it was killed is cleared away. ``mode`` are
    its rights, where they are not those of the file that is replaced.

    Raises:
        TargetError: A link leads out of the folder, or something other than a file stands there.
        OSError: It could not be written; the old file is as it was.
    """
    _refuse(path)
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(target.parent)
    name = f".{target.name[:40]}.{os.getpid()}-{os.urandom(6).hex()}{_SUFFIX}"
    written = target.parent / name
    try:
        with open(written, "xb", opener=_private) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        written.chmod(_mode(target) if mode is None else mode)
        written.replace(target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            written.unlink()
        if isinstance(error, OSError):
            error.filename = str(path)
        raise
    _sync_folder(target.parent)


def _private(path: str, flags: int) -> int:
    """Open a file that its user alone may read."""
    return os.open(path, flags, 0o600)


def _refuse(path: Path) -> None:
    if leaves_its_folder(path):
        raise TargetError(path, "a link of that name points outside the folder")
    if path.is_dir():
        raise TargetError(path, "there is a folder of that name")
    if path.exists() and not path.is_file():
        raise TargetError(path, "what has that name is not a regular file")


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


def _clear_leftovers(folder: Path) -> None:
    """Take away the temporary files of runs that have ended."""
    for leftover in folder.glob(f".*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            if not _is_owned(leftover):
                leftover.unlink()


def _is_owned(leftover: Path) -> bool:
    """Whether the run that writes it may still be there."""
    if leftover.stat().st_mtime < time.time() - _STALE_SECONDS:
        return False
    owner = re.search(rf"\.(\d+)-[^.]*{re.escape(_SUFFIX)}\Z", leftover.name)
    return owner is None or _runs(int(owner[1]))


def _runs(process: int) -> bool:
    """Whether a process of this machine runs; where that cannot be asked, it may."""
    if os.name == "nt":  # pragma: no cover - there, signal 0 would stop it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # of another user
        return True
    return True
