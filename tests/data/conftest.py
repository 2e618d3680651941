"""Data files to read, and a short form for what the reader says of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.data import DataError, read
from bluf.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.finding import Finding

CASES = Path(__file__).parent / "cases"
SMALL = """\
id: talks
title: Talks
date: 2025-08-07
to: Minister
from: Desk
bottom_line: Nothing came of it.
"""


@pytest.fixture
def whole() -> str:
    """The text of a data file that uses every part of the record."""
    return (CASES / "whole.yaml").read_text(encoding="utf-8")


@pytest.fixture
def small() -> str:
    """The text of the shortest data file that is sound."""
    return SMALL


@pytest.fixture
def refused(tmp_path: Path) -> Callable[..., list[Finding]]:
    """What ``read`` says of a text that it refuses."""

    def findings(text: str | bytes, name: str = "brief.yaml") -> list[Finding]:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        with pytest.raises(DataError) as caught:
            read(path)
        return list(caught.value.findings)

    return findings


@pytest.fixture
def said(refused: Callable[..., list[Finding]]) -> Callable[..., list[str]]:
    """The same, as ``line:column rule: message; hint``."""

    def lines(text: str | bytes, name: str = "brief.yaml") -> list[str]:
        return [_line(finding) for finding in refused(text, name)]

    return lines


def _line(finding: Finding) -> str:
    place = finding.location
    at = f"{place.line}:{place.column}" if isinstance(place, TextLocation) else str(place)
    hint = f"; {finding.hint}" if finding.hint else ""
    return f"{at} {finding.rule}: {finding.message}{hint}"
