from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.cli.app import run
from bluf.cli.errors import ExitCode

if TYPE_CHECKING:
    import pytest


def test_explain_prints_the_manual_of_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "due-vague"]) == ExitCode.FINE
    out = capsys.readouterr().out
    assert out.startswith("# due-vague\n")
    assert "## Use instead" in out


def test_explain_without_a_name_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == ExitCode.FINE
    assert "  due-vague" in capsys.readouterr().out


def test_explain_of_an_unknown_rule_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "due-vauge"]) == ExitCode.USAGE
    assert "did you mean “due-vague”?" in capsys.readouterr().err
