"""“-”: standard input and standard output, where a file is named."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from bluf.cli.app import run
from bluf.data import read
from bluf.data.load import _standard_input

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "briefs/2025-08-06-serbia-us"


def given(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    _standard_input.cache_clear()


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_record_comes_in_and_a_file_goes_out(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    Path("note.md").write_text("# {{ name }}\n", encoding="utf-8")
    given(monkeypatch, b'{"name": "Talks"}')
    assert run(["render", "note.md", "-"]) == 0
    assert capfdbinary.readouterr().out == b"# Talks\n"


def test_the_file_itself_leaves_no_room_for_a_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("note.md").write_text("# {{ name }}\n", encoding="utf-8")
    given(monkeypatch, b"name: Talks\n")
    assert run(["render", "note.md", "-", "--output-format", "json"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "leave out “--output-format”" in shown.err


def test_a_brief_that_comes_in_is_proven_by_the_sources_of_this_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SAMPLE / "sources", "sources")
    given(monkeypatch, (SAMPLE / "brief.yaml").read_bytes().replace(b"We sought", b"We seek", 1))
    assert run(["check", "-", "--output-format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    places = {found["location"]["path"] for found in report["findings"]}
    assert "-" in places


def test_a_brief_is_converted_on_its_way(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    given(monkeypatch, (SAMPLE / "brief.yaml").read_bytes())
    assert run(["convert", "-", "-"]) == 0
    Path("brief.yaml").write_bytes(capfdbinary.readouterr().out)
    assert read("brief.yaml").brief == read(SAMPLE / "brief.yaml").brief


@pytest.mark.parametrize("name", ["zlib", "no-such", "a\0b"])
def test_what_is_no_encoding_is_a_usage_error(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["convert", str(SAMPLE / "brief.yaml"), "b.json", "--encoding", name]) == 2
    assert "is not a text encoding" in capsys.readouterr().err
