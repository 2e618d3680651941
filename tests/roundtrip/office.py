"""LibreOffice, edited in as a person would; and Word files rid of what we put in."""

from __future__ import annotations

import json
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
    """One LibreOffice that edits any number of files."""

    def __init__(self, pipe: str, python: str) -> None:
        self._pipe, self._python = pipe, python

    def edit(self, source: Path, target: Path, *operations: list[str]) -> Path:
        """Do some operations of ``uno_edits.py``, and save as another Word file."""
        listed = target.with_suffix(".ops.json")
        listed.write_text(json.dumps(operations), encoding="utf-8")
        command = [self._python, str(_EDITS), self._pipe, str(source), str(target), str(listed)]
        subprocess.run(command, check=True, timeout=120)
        return target


@contextmanager
def running(folder: Path, python: str) -> Iterator[Office]:
    """LibreOffice with a profile of its own, on a pipe of its own."""
    assert SOFFICE is not None
    pipe = f"bluf{abs(hash(folder)):x}"
    command = [
        SOFFICE,
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--invisible",
        "--norestore",
        f"--accept=pipe,name={pipe};urp;",
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield Office(pipe, python)
        finally:
            subprocess.run([python, str(_EDITS), pipe], check=False, timeout=60)
            process.wait(60)


def without_digest(document: bytes) -> bytes:
    """The file as a program saves it that drops properties and anchors."""
    package = read_package(document, "a.docx")
    return write_package(clean(package, stem="_b", properties=("bluf.digest",)), {})
