"""Programs of others that are called where they are installed, and how to install them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from octavo.finding import Finding, FindingsError, Level
from octavo.location import FileLocation

_OS_RELEASE = Path("/etc/os-release")
_MOST_SAID = 300


class Tool(Struct, frozen=True):
    """A program: its name for people, what its file is called, and the line that installs it."""

    name: str
    programs: tuple[str, ...]
    install: Mapping[str, str]

    def find(self) -> str | None:
        """Path of the program, or None where it is not installed."""
        found = (shutil.which(program) for program in self.programs)
        return next((path for path in found if path is not None), None)

    def require(self, path: str) -> str:
        """Path of the program; ``path`` is the file it is needed for.

        Raises:
            ToolError: it is not installed.
        """
        found = self.find()
        if found is None:
            message = f"{self.name} is not installed, so “{path}” cannot be shown or confirmed"
            raise ToolError("tool-missing", message, path, f"install it: {self.install_line()}")
        return found

    def install_line(self) -> str:
        """The command that installs it on this system."""
        return self.install.get(_system(), self.install[""])


LIBREOFFICE = Tool(
    "LibreOffice",
    ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    {
        "debian": "sudo apt install libreoffice-writer",
        "fedora": "sudo dnf install libreoffice-writer",
        "darwin": "brew install --cask libreoffice",
        "win32": "winget install TheDocumentFoundation.LibreOffice",
        "": "see https://www.libreoffice.org/download",
    },
)
PDFTOPPM = Tool(
    "pdftoppm (poppler)",
    ("pdftoppm",),
    {
        "debian": "sudo apt install poppler-utils",
        "fedora": "sudo dnf install poppler-utils",
        "darwin": "brew install poppler",
        "win32": "winget install oschwartz10612.Poppler",
        "": "see https://poppler.freedesktop.org",
    },
)


class ToolError(FindingsError):
    """A program that is needed is missing or failed: ``tool-missing``, ``tool-failed``."""

    def __init__(self, rule: str, message: str, path: str, hint: str) -> None:
        super().__init__([Finding(rule, Level.ERROR, message, FileLocation(path), hint)])

    def __reduce__(self) -> tuple[type[FindingsError], tuple[tuple[Finding, ...]]]:
        """Travel from a worker process as what it is derived from."""
        return FindingsError, (self.findings,)


def failed(tool: Tool, path: str, said: str) -> ToolError:
    """The error for a program that did not do its work; ``said`` is what it wrote."""
    message = f"{tool.name} did not do its work on “{path}”"
    words = " ".join(said.split())[:_MOST_SAID]
    hint = f"it said: {words}" if words else "open the file with it and see what it says"
    return ToolError("tool-failed", message, path, hint)


def run(tool: Tool, arguments: Sequence[str], path: str, timeout: float) -> str:
    """Run a program to its end and give what it wrote; ``path`` is what it works on.

    Raises:
        ToolError: it is missing, ended with an error, or took more than ``timeout`` seconds.
    """
    command = [tool.require(path), *arguments]
    with subprocess.Popen(  # noqa: S603 - a list without a shell; files lie in a folder of ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            said = process.communicate(timeout=timeout)[0].decode(errors="replace")
        except subprocess.TimeoutExpired:
            _end(process)
            raise failed(tool, path, f"nothing within {timeout:g} seconds") from None
    if process.returncode:
        raise failed(tool, path, said)
    return said


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with what it started; LibreOffice works in a child of its first process."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _system() -> str:
    """``darwin``, ``win32``, or the family of a Linux distribution."""
    if sys.platform in {"darwin", "win32"}:
        return sys.platform
    release = _OS_RELEASE.read_text(encoding="utf-8") if _OS_RELEASE.is_file() else ""
    lines = (line.partition("=") for line in release.splitlines())
    named = {key: text.strip('"') for key, _, text in lines}
    families = f"{named.get('ID', '')} {named.get('ID_LIKE', '')}".split()
    return next((family for family in families if family in {"debian", "fedora"}), "")
