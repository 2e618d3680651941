"""LibreOffice, edited in as a person would; and Word files rid of what we put in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from octavo.ooxml import read_package, write_package
from octavo.revisions import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

SOFFICE = shutil.which("soffice")
_EDITS = Path(__file__).with_name("uno_edits.py")


def uno_python() -> str | None:
    """The Python that has LibreOffice's UNO, or None."""
    known = filter(None, (shutil.which("python3", path="/usr/bin"), sys.executable))
    return next((name for name in known if _has_uno(name)), None)


def _has_uno(python: str) -> bool:
    done = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
    return done.returncode == 0


class Office:
    """A LibreOffice that edits any number of files; one that ends by itself is started again."""

    def __init__(self, folder: Path, python: str) -> None:
        self._folder, self._python = folder, python
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0

    def edit(self, source: Path, target: Path, *operations: list[str]) -> Path:
        """Do some operations of ``uno_edits.py``, and save as another Word file."""
        listed = target.with_suffix(".ops.json")
        listed.write_text(json.dumps(operations), encoding="utf-8")
        for _ in range(3):
            arguments = [str(source), str(target), str(listed)]
            command = [self._python, str(_EDITS), self._pipe(), *arguments]
            if subprocess.run(command, check=False, timeout=120).returncode == 0:
                return target
            self.stop()
        raise AssertionError("LibreOffice failed three times")

    def _pipe(self) -> str:
        """The pipe of the LibreOffice that runs, else of one that is started now."""
        if self._process is None:
            assert SOFFICE is not None
            self._started += 1
            command = [
                SOFFICE,
                f"-env:UserInstallation=file://{self._folder}/profile{self._started}",
                "--headless",
                "--invisible",
                "--norestore",
                f"--accept=pipe,name={self._name};urp;",
            ]
            quiet = subprocess.DEVNULL
            self._process = subprocess.Popen(command, stdout=quiet, stderr=quiet)
        return self._name

    @property
    def _name(self) -> str:
        return f"bluf{os.getpid()}n{self._started}"

    def stop(self) -> None:
        """End the LibreOffice that this one started."""
        if self._process is not None:
            command = [self._python, str(_EDITS), self._name]
            subprocess.run(command, check=False, timeout=60, capture_output=True)
            self._process.terminate()
            self._process.wait(60)
            self._process = None


@contextmanager
def running(folder: Path, python: str) -> Iterator[Office]:
    """LibreOffice with a profile of its own, on a pipe of its own."""
    office = Office(folder, python)
    try:
        yield office
    finally:
        office.stop()


def without_digest(document: bytes) -> bytes:
    """The file as a program saves it that drops properties and anchors."""
    package = read_package(document, "a.docx")
    return write_package(clean(package, stem="_b", properties=("bluf.digest",)), {})
