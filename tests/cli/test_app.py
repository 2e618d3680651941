from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import ModuleType

import pytest

import bluf
from bluf.__main__ import main
from bluf.cli.app import run

HEAVY = {"docx", "lxml", "jinja2", "yaml", "pydantic", "rich", "babel", "openpyxl", "pypdfium2"}

SELDOM = {
    "bluf.cli.check",
    "bluf.data.formats.xlsx",
    "bluf.data.new",
    "bluf.evidence.missing",
    "bluf.redaction.cut",
    "html.entities",
    "logging",
    "markdown_it",
    "octavo.ooxml.images",
    "octavo.ooxml.structure",
    "octavo.pages.cutting",
    "octavo.word.subdocuments",
    "octavo.office.pdf",
    "bluf.register.links",
    "bluf.reporters.sarif",
    "concurrent.futures",
    "openpyxl",
    "pypdfium2",
}
BRIEF = Path(__file__).parents[2] / "briefs" / "2025-08-06-serbia-us"


class Closed:
    """A stream that takes nothing more."""

    def flush(self) -> None:
        raise BrokenPipeError


class Interrupted(ModuleType):
    """A module in whose loading somebody pressed Ctrl-C."""

    def __getattr__(self, name: str) -> object:
        raise KeyboardInterrupt


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_answering_about_itself_imports_nothing_heavy(argument: str) -> None:
    script = (
        "import sys; from bluf.cli.app import run; run([sys.argv[1]]);"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, argument], capture_output=True, text=True, check=True
    )
    assert HEAVY.isdisjoint(done.stderr.split())


def test_a_build_loads_no_room_that_it_does_not_need(tmp_path: Path) -> None:
    script = (
        "import sys; before = {*sys.modules};"  # what measures the coverage loads some as well
        "from bluf.cli.app import run; run(['build', sys.argv[1], '--out', sys.argv[2]]);"
        "print(*{*sys.modules} - before, file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, str(BRIEF), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert {"octavo.word", "octavo.markdown"} <= loaded
    assert loaded & SELDOM == set()
    assert not {name for name in loaded if name.startswith("bluf.checks.rules.word_")}


def test_version_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"bluf {bluf.__version__}\n"


def test_help_shows_examples_and_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    text = capsys.readouterr().out
    assert "bluf build" in text
    assert "3 input refused" in text


def test_no_arguments_show_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    assert "Usage: bluf" in capsys.readouterr().out


def test_an_unknown_command_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["shcema"]) == 2
    assert "Did you mean 'schema'?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["build", ""], ["build", "--out="], ["verify", "--against", ""]]
)
def test_an_empty_argument_is_not_the_folder_one_stands_in(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    error = capsys.readouterr().err
    assert f"argument {len(arguments)} is empty: is a variable of your script unset?" in error


def test_stopped_while_it_loads_it_says_nothing_and_leaves(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delattr("bluf.cli.run", raising=False)  # the door keeps what it has found
    monkeypatch.setitem(sys.modules, "bluf.cli.app", Interrupted("bluf.cli.app"))
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 130
    assert capsys.readouterr() == ("", "")


class LeftError(Exception):
    """Stands for the end of the process."""


@pytest.mark.parametrize(
    ("stream", "threads", "error"),
    [
        (sys.stdout, 1, LeftError),
        (None, 1, LeftError),
        (Closed(), 1, SystemExit),
        (sys.stdout, 2, SystemExit),
    ],
)
def test_the_command_leaves_with_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, stream: object, threads: int, error: type[BaseException]
) -> None:
    def leave(code: int) -> None:
        raise LeftError(code)

    finished: list[bool] = []
    monkeypatch.setattr(sys, "argv", ["bluf", "--no-such-option"])
    monkeypatch.setattr("os._exit", leave)
    monkeypatch.setattr("threading.active_count", lambda: threads)
    monkeypatch.setattr("atexit._run_exitfuncs", lambda: finished.append(True))
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(error) as left:
        main()
    assert left.value.args == (2,)
    assert finished == [True] * (threads == 1)


INTERRUPTED = """
from concurrent.futures import ProcessPoolExecutor
from bluf.__main__ import _leave

pool = ProcessPoolExecutor(1)
pool.submit(int).result()
_leave(130)
"""
"""What is left when somebody presses Ctrl-C again while the workers are being sent home."""


@pytest.mark.skipif(sys.platform == "win32", reason="a group of processes is a matter of POSIX")
def test_the_command_leaves_with_workers_that_wait_for_work() -> None:
    with subprocess.Popen([sys.executable, "-c", INTERRUPTED], start_new_session=True) as left:
        try:
            assert left.wait(timeout=20) == 130
        finally:
            with suppress(ProcessLookupError):
                os.killpg(left.pid, signal.SIGKILL)
