from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.pipeline import rewrites
from octavo.finding import Finding, Fix, Level
from octavo.location import TextLocation

if TYPE_CHECKING:
    from pathlib import Path


def _finding(path: Path, old: str = "TLP: RED", new: str = "TLP:RED") -> Finding:
    location = TextLocation(path.as_posix(), 1, 1)
    return Finding("marking-misspelt", Level.ERROR, "no", location, fix=Fix(old, new))


def test_a_rewrite_shows_its_difference_and_carries_it_out(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_bytes("\ufeffmarking: TLP: RED\r\nid: a\r\n".encode())
    (rewrite,) = rewrites([_finding(path)])
    assert rewrite.diff.splitlines()[-3:] == [
        "-\ufeffmarking: TLP: RED",
        "+\ufeffmarking: TLP:RED",
        " id: a",
    ]
    rewrite.carry_out()
    assert path.read_bytes() == "\ufeffmarking: TLP:RED\r\nid: a\r\n".encode()


def test_a_file_that_is_not_utf_8_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_bytes("marking: TLP: RED é".encode("cp1252"))
    assert list(rewrites([_finding(path)])) == []


def test_a_fix_that_finds_nothing_rewrites_nothing(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_bytes(b"marking: TLP:RED\n")
    assert list(rewrites([_finding(path)])) == []
