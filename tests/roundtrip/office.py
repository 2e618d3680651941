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

SOFFICE = shutil.which(os.environ.get("BLUF_SOFFICE", "soffice"))
_EDITS = Path(__file__).with_name("uno_edits.py")


def uno_python() -> str | None:
    """The Python that has LibreOffice's UNO, or None."""
    known = filter(None, (shutil.which("python3", path="/usr/bin"), sys.executable))
    return next((name for name in known if _has_uno(name)), None)


def _has_uno(python: str) -> bool:
    done = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
    return done.returncode == 0


class Office:
    """One LibreOffice, and one program that edits any number of files in it, one after another.

    The program stays connected: LibreOffice 7.4 ends by a fault of its own (in the thread
    ``binaryurpWriter``) now and then when a connection is cut while it still holds objects.
    """

    def __init__(self, editor: subprocess.Popen[str]) -> None:
        self._editor = editor

    def edit(self, source: Path, target: Path, *operations: list[str]) -> Path:
        """Do some operations of ``uno_edits.py``, and save as another file."""
        assert self._editor.stdin is not None
        assert self._editor.stdout is not None
        self._editor.stdin.write(json.dumps([str(source), str(target), operations]) + "\n")
        self._editor.stdin.flush()
        answer = self._editor.stdout.readline().strip()
        assert answer == "done", answer or "LibreOffice ended"
        return target


@contextmanager
def running(folder: Path, python: str) -> Iterator[Office]:
    """LibreOffice with a profile of its own, on a pipe of its own."""
    assert SOFFICE is not None
    name = f"bluf{os.getpid()}"
    command = [
        SOFFICE,
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--invisible",
        "--norestore",
        f"--accept=pipe,name={name};urp;",
    ]
    quiet, pipe = subprocess.DEVNULL, subprocess.PIPE
    office = subprocess.Popen(command, stdout=quiet, stderr=quiet)
    editor = subprocess.Popen(
        [python, str(_EDITS), name], stdin=pipe, stdout=pipe, text=True, encoding="utf-8"
    )
    try:
        yield Office(editor)
    finally:
        editor.communicate(timeout=60)  # at the end of its input it ends LibreOffice
        office.wait(60)


def without_digest(document: bytes) -> bytes:
    """The file as a program saves it that drops properties and anchors."""
    package = read_package(document, "a.docx")
    return write_package(clean(package, stem="_b", properties=("bluf.digest",)), {})
