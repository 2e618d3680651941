from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from bluf.cli import printer
from bluf.cli.manner import Manner
from octavo.finding import Finding, Level
from octavo.location import TextLocation

FINDING = Finding("a-rule", Level.ERROR, "“x” is wrong", TextLocation("a.yaml", 2, 3))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_answers_and_messages_go_apart(capsys: pytest.CaptureFixture[str]) -> None:
    printer.answer("things", {}, "out")
    printer.message("err")
    assert capsys.readouterr() == ("out\n", "err\n")


def test_findings_for_machines_are_a_result(capsys: pytest.CaptureFixture[str]) -> None:
    with printer.speaking(Manner("json")):
        printer.findings([FINDING])
        printer.close()
    out, err = capsys.readouterr()
    assert json.loads(out)
    assert err == ""


def test_no_findings_say_nothing_to_people(capsys: pytest.CaptureFixture[str]) -> None:
    printer.findings([])
    assert capsys.readouterr() == ("", "")


def test_a_terminal_without_the_letters_shows_their_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    printer.answer("names", {}, "Đurić")
    stream.seek(0)
    assert stream.read() == "\\u0110uri\\u0107\n"


def test_a_reader_that_has_gone_is_no_failure() -> None:
    script = "from bluf.cli import printer; [printer.done('x', 1, 'x' * 999) for _ in range(999)]"
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        errors = process.stderr.read()
    assert (process.returncode, errors) == (0, b"")


def test_progress_shows_after_a_while_on_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(printer, "_QUIET_SECONDS", -1.0)
    assert list(printer.progress(iter("abc"), 3)) == ["a", "b", "c"]
    assert terminal.getvalue() == "1 of 3 briefs\r\x1b[K2 of 3 briefs\r\x1b[K"


def test_progress_keeps_quiet_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(printer, "_QUIET_SECONDS", -1.0)
    assert list(printer.progress(iter("ab"), 2)) == ["a", "b"]
    assert stream.getvalue() == ""


@pytest.mark.parametrize(("no_colour", "shown"), [("", "\x1b[31merror\x1b[0m"), ("1", " error ")])
def test_a_terminal_shows_levels_in_colour_unless_it_is_asked_not_to(
    monkeypatch: pytest.MonkeyPatch, no_colour: str, shown: str
) -> None:
    terminal = Terminal()
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setattr(sys, "stderr", terminal)
    printer.findings([FINDING])
    assert shown in terminal.getvalue()
