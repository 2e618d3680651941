from __future__ import annotations

import pytest
import typer

from bluf.cli.errors import exit_code_of
from bluf.pipeline import ClusterError
from octavo.finding import Finding, FindingsError, Level
from octavo.location import TextLocation
from octavo.suggest import UnknownNameError

FINDING = Finding("a-rule", Level.ERROR, "it is wrong", TextLocation("a.yaml", 2, 3))


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (typer.Exit(1), 1, ""),
        (typer.BadParameter("no such paper"), 2, "error: Invalid value: no such paper"),
        (UnknownNameError("rule", "x", ["a"]), 2, "error: there is no rule “x”: known: a"),
        (
            ClusterError("dask://h:1", "it is gone"),
            2,
            "at dask://h:1 cannot do the work: it is gone",
        ),
        (FindingsError([FINDING]), 3, "a.yaml:2:3: error a-rule: it is wrong"),
        (PermissionError(13, "Permission denied", "out.md"), 4, "“out.md”: Permission denied"),
        (OSError("the disk is gone"), 4, "error: the disk is gone"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (ZeroDivisionError("division by zero"), 70, "This is a bug of bluf, not of your files."),
    ],
)
def test_every_exception_has_an_exit_code_and_no_traceback(
    error: BaseException, code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code_of(error) == code
    printed = capsys.readouterr()
    assert message in printed.err
    assert "Traceback" not in printed.err
    assert printed.out == ""


def test_a_traceback_is_shown_to_whoever_asks(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BLUF_TRACEBACK", "1")
    assert exit_code_of(ZeroDivisionError("division by zero")) == 70
    assert "ZeroDivisionError: division by zero" in capsys.readouterr().err
