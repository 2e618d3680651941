"""Run the rules over a file of any kind, as the command does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bluf.checks import Record, read_markdown, run, settle
from bluf.data import read
from bluf.finding import Finding, FindingsError
from bluf.model import Proof

Check = Callable[[Path], tuple[Finding, ...]]


def _check_data(path: Path) -> tuple[Finding, ...]:
    file = read(path)
    return settle(run(Record(file, Proof({}), file.brief.date), raised=file.warnings), file)


def _check_markdown(path: Path) -> tuple[Finding, ...]:
    return run(read_markdown(str(path), path.read_text(encoding="utf-8")))


_CHECKS: dict[str, Check] = {".yaml": _check_data, ".toml": _check_data, ".md": _check_markdown}


@pytest.fixture
def check() -> Check:
    """Gives every finding about a file, those that refuse it among them."""

    def checked(path: Path) -> tuple[Finding, ...]:
        try:
            return _CHECKS[path.suffix](path)
        except FindingsError as error:
            return error.findings

    return checked
