"""Hostile templates, through the command: each gets the answer that the manifest expects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parent
CASES = [
    case
    for case in json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))["files"]
    if case["role"] == "template"
]


def _check(path: Path, _: Path) -> int:
    return run(["template", "check", str(path)])


def _render(path: Path, folder: Path) -> int:
    data = folder / "data.yaml"
    data.write_text("title: Talks\nname: Ann\nrequests: []\n", encoding="utf-8")
    return run(["render", str(path), str(data), "-o", str(folder / f"out{path.suffix}")])


@pytest.mark.parametrize("command", [_check, _render], ids=["check", "render"])
@pytest.mark.parametrize(
    "case", [case for case in CASES if case["expect"] == "reject"], ids=lambda case: case["file"]
)
def test_a_template_that_harms_is_refused_by_its_rule(
    case: dict[str, str],
    command: Callable[[Path, Path], int],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = FOLDER / case["file"]
    assert command(path, tmp_path) == 3
    told = capsys.readouterr()
    asked, other = (told.out, told.err) if command is _check else (told.err, told.out)
    assert f"error {case['error']}: " in asked  # what a check finds is what was asked for
    assert str(path) in asked
    assert other == ""
    assert not list(tmp_path.glob("out.*"))


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["expect"] == "accept"], ids=lambda case: case["file"]
)
def test_a_template_that_only_looks_harmful_is_not_refused(
    case: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _check(FOLDER / case["file"], tmp_path) in {0, 1}
    told = capsys.readouterr()
    assert f" {case['warning']}: " in told.out + told.err or not case["warning"]
