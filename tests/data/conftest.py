"""Data files to read, and a short form for what the reader says of them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from bluf.data import DataError, files_of, read, read_tree
from octavo.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.data import DataFile
    from octavo.finding import Finding

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
def said_of_tree(tmp_path: Path) -> Callable[..., list[str]]:
    """What ``read_tree`` says of a text that it refuses."""

    def lines(text: str, name: str) -> list[str]:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        with pytest.raises(DataError) as caught:
            read_tree(path)
        return [_line(finding) for finding in caught.value.findings]

    return lines


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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes a ``case`` once for each block of its module's ``CASES``."""
    if "case" in metafunc.fixturenames:
        text = (CASES / metafunc.module.CASES).read_text(encoding="utf-8")
        blocks = [block.split("\n") for block in text.strip("\n").split("\n\n")[1:]]
        cases = [_case(block) for block in blocks]
        metafunc.parametrize("case", cases, ids=[case.name for case in cases])


def _case(block: list[str]) -> SimpleNamespace:
    """What stands behind ``-``, ``+``, ``|`` and ``=``, and the name of the case."""
    before, after, file, said = (
        tuple(line[2:] for line in block if line.startswith(f"{mark} ")) for mark in "-+|="
    )
    name = block[0].removeprefix("# ")
    return SimpleNamespace(name=name, before=before, after=after, file=file, said=list(said))


def _line(finding: Finding) -> str:
    place = finding.location
    at = f"{place.line}:{place.column}" if isinstance(place, TextLocation) else str(place)
    hint = f"; {finding.hint}" if finding.hint else ""
    return f"{at} {finding.rule}: {finding.message}{hint}"


WHOLE = Path(__file__).parent / "cases" / "whole.yaml"


@pytest.fixture
def in_format(tmp_path: Path) -> Callable[[str], DataFile]:
    """One record, as a data file of some format."""

    def of(ending: str) -> DataFile:
        written = files_of(read(WHOLE).brief, tmp_path / f"brief{ending}")
        for path, content in written.items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        return read(tmp_path / f"brief{ending}")

    return of


LIST = """\
id: x
title: T
date: 2026-01-01
to: A
from: B
bottom_line: C
lines_to_take:
  # the first
  - one  # 1

  - |
    two
    # no comment
  # the third
  - three
cc: [a, b, c]
"""


@pytest.fixture
def listed(tmp_path: Path) -> DataFile:
    path = tmp_path / "brief.yaml"
    path.write_text(LIST, encoding="utf-8")
    return read(path)
