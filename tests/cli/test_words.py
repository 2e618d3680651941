from __future__ import annotations

import pytest

from bluf.cli.app import run


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--state", "overdeu"], "there is no state “overdeu”: did you mean “overdue”?"),
        (["--sort", "dues"], "there is no order “dues”: did you mean “due”?"),
        (["--format", "xls"], "there is no format “xls”: did you mean “xlsx”?"),
        (["--executor", "dusk://x:1"], "there is no executor"),
        (["--as-of", "tomorrow"], "“tomorrow” is not a date"),
    ],
)
def test_a_wrong_word_is_a_usage_error(
    capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    assert run(["register", *options]) == 2
    assert message in capsys.readouterr().err
