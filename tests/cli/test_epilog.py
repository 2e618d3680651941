"""The examples of a help stand as they are in any terminal of 80 columns."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from bluf.cli.app import COMMANDS, make_app
from bluf.cli.epilog import laid_out

SHORT = "Examples:\n\n  bluf build     all of them\n\n  bluf check x   one\n\nExit codes: 0, 1.\n"
LONG = f"Examples:\n\n  bluf build {'x' * 60}   one with a long path\n\n  bluf build   all\n"


def test_remarks_that_fit_stand_in_one_column() -> None:
    assert laid_out(SHORT) == (
        "\b\nExamples:\n  bluf build    # all of them\n  bluf check x  # one\n\nExit codes: 0, 1."
    )


def test_remarks_that_do_not_fit_stand_above() -> None:
    rows = ["# one with a long path", f"bluf build {'x' * 60}", "# all", "bluf build"]
    assert (laid_out(LONG) or "").splitlines()[2:] == [f"  {row}" for row in rows]


def test_a_command_may_have_no_examples() -> None:
    assert laid_out(None) is None


@pytest.mark.parametrize("command", COMMANDS)
def test_no_example_breaks_in_a_help(command: str) -> None:
    shown = CliRunner().invoke(make_app([command]), [command, "--help"], env={"COLUMNS": "80"})
    assert all(len(line) <= 80 for line in shown.output.splitlines())
