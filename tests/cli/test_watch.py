from __future__ import annotations

import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from types import SimpleNamespace
from typing import IO, TYPE_CHECKING

import pytest

from bluf.cli.app import run
from bluf.cli.build import _touches, rebuild_on_save

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@contextmanager
def interruptible() -> Iterator[None]:
    """What is started here hears Ctrl-C, even where the tests run behind a shell and do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@contextmanager
def no_longer_than(seconds: float, process: subprocess.Popen[str]) -> Iterator[None]:
    """End a process that has not ended by itself, so that no reader waits for it."""
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    yield
    timer.cancel()


def next_line(stream: IO[str], words: str) -> str:
    return next(line for line in stream if words in line)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT to a child is a matter of POSIX")
def test_a_save_builds_the_brief_again(home: Path) -> None:
    pytest.importorskip("watchfiles", reason="needs the extra bluf[watch]")
    data = home / "briefs" / "2025-08-06-serbia-us" / "brief.yaml"
    command = [sys.executable, "-u", "-m", "bluf", "build", "--format", "md", "--watch"]
    with (
        interruptible(),
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        ) as process,
        no_longer_than(60, process),
    ):
        assert process.stdout is not None
        next_line(process.stdout, "watching 2 briefs; Ctrl-C stops")
        text = data.read_text(encoding="utf-8")
        data.write_text(text.replace("Deputy Minister", "Minister"), encoding="utf-8")
        assert next_line(process.stdout, "wrote").strip().endswith("2025-08-06-serbia-us.md")
        process.send_signal(signal.SIGINT)
        said = process.stdout.read()
    assert process.returncode == 130
    assert "interrupted" in said


def test_each_save_builds_what_it_touches_until_the_watching_ends(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = sorted((home / "briefs").glob("*/brief.yaml"))
    templates = home / "templates"
    templates.mkdir()
    saves = [(), (second,), (first.with_suffix(".docx"),), (templates / "brief.md",)]
    watched: list[Path] = []

    def watch(*folders: Path, **_: object) -> Iterator[set[tuple[int, str]]]:
        watched.extend(folders)
        return iter([{(1, str(path)) for path in saved} for saved in saves])

    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=watch))
    built: list[Sequence[Path]] = []
    rebuild_on_save([first, second], templates, built.append)
    assert built == [[second], [first, second]]
    assert set(watched) == {first.parent, second.parent, templates}
    assert capsys.readouterr().err == "watching 2 briefs; Ctrl-C stops\n"


def test_without_its_extra_it_says_how_to_get_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    del home
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert run(["build", "--format", "md", "--watch"]) == 2
    shown = capsys.readouterr()
    assert "pip install watchfiles" in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(
    ("saved", "touches"),
    [
        ("briefs/a/brief.yaml", True),
        ("briefs/a/sources/x.txt", True),
        ("briefs/a/sources/x.docx", True),
        ("briefs/a/a.docx", False),
        ("briefs/a/.brief.yaml.swp", False),
        ("briefs/b/brief.yaml", False),
        ("templates/brief.docx", True),
    ],
)
def test_a_brief_is_built_again_for_what_it_is_made_from(
    tmp_path: Path, saved: str, touches: bool
) -> None:
    data = tmp_path / "briefs" / "a" / "brief.yaml"
    assert _touches(tmp_path / saved, data, [tmp_path / "templates"]) is touches
