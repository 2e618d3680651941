"""TAB, as it is pressed in real shells, and what is offered for each kind of name."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.cli import choices
from bluf.cli.choices import completes, completes_list

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
READY = b"READY-NOW"
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(bluf --show-completion)"'),
    "zsh": (
        ["zsh", "-f", "-i"],
        'autoload -Uz compinit; compinit -u -D; eval "$(bluf --show-completion)"',
    ),
    "fish": (["fish", "--no-config", "-i"], "bluf --show-completion | source"),
}
"""How each is started without its user's settings, and how it learns to complete ``bluf``."""


class Shell:
    """A shell at the other end of a pseudo-terminal."""

    def __init__(self, handle: int) -> None:
        self.handle, self.seen = handle, b""

    def type(self, text: str) -> None:
        os.write(self.handle, text.encode())

    def shows(self, expected: bytes) -> bool:
        """Whether it shows something, sooner or later."""
        end = time.monotonic() + PATIENCE
        while expected not in self.seen and time.monotonic() < end:
            ready, _, _ = select.select([self.handle], [], [], 1.0)
            self.seen += os.read(self.handle, 65536) if ready else b""
        return expected in self.seen


@contextmanager
def started(name: str, folder: Path) -> Iterator[Shell]:
    command, setup = SHELLS[name]
    commands = folder / ".commands"
    commands.mkdir()
    script = commands / "bluf"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bluf "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    environment = {
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(commands),
        "TERM": "xterm",
        "LC_ALL": "C.UTF-8",
    }
    pid, handle = pty.fork()
    if pid == 0:  # pragma: no cover - the child is the shell
        os.chdir(folder)
        os.execvpe(command[0], command, environment)  # noqa: S606 - a shell we named
    try:
        shell = Shell(handle)
        shell.type(f'{setup}; echo {READY.decode()[:3]}""{READY.decode()[3:]}\n')
        assert shell.shows(READY), shell.seen
        yield shell
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(handle)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("briefs", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name, marks=pytest.mark.skipif(not shutil.which(name), reason=f"{name} is missing")
        )
        for name in SHELLS
    ],
)
def test_a_shell_completes_commands_and_values(name: str, home: Path) -> None:
    with started(name, home) as shell:
        for typed, expected in (
            ("bluf expl", b"explain"),
            (" due-va", b"due-vague"),
            ("\x15bluf build --paper le", b"letter"),
        ):
            shell.seen = b""
            shell.type(f"{typed}\t")
            assert shell.shows(expected), shell.seen
        assert b"rror" not in shell.seen


def test_lists_are_completed_word_by_word() -> None:
    formats = completes_list(("docx", "md"))
    assert formats("") == ["docx", "md"]
    assert formats("docx,") == ["docx,md"]
    assert completes(("a4", "letter"))("l") == ["letter"]


def test_names_of_a_project_are_offered(home: Path) -> None:
    (home / "bluf.toml").write_text("[audiences.partners]\n", encoding="utf-8")
    assert choices.audiences("par") == ["partners"]
    assert choices.brief_paths("briefs/2025-08") == ["briefs/2025-08-06-serbia-us"]
    assert choices.brief_ids("2025-09") == ["2025-09-24-serbia-us"]
    assert "brief" in choices.templates("br")
    assert choices.rule("due-va") == ["due-vague"]
    assert choices.rules("due-vague,quote-not-in-s") == ["due-vague,quote-not-in-source"]
    assert "2025-08-06-serbia-us#F1" in choices.threads("2025-08-06-serbia-us#F")


def test_where_a_file_is_wrong_nothing_is_offered_and_nothing_told(home: Path) -> None:
    (home / "bluf.toml").write_text("paper = ", encoding="utf-8")
    assert choices.brief_paths("") == []
