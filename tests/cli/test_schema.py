from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.cli.app import run
from bluf.data import schema_file

if TYPE_CHECKING:
    import pytest


def test_schema_prints_what_ships(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert capsys.readouterr().out == schema_file().decode()
