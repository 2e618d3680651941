from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from bluf.pipeline import Output, Product, deliver, stale

if TYPE_CHECKING:
    from pathlib import Path


_never = partial(pytest.fail, "made a second time, and nobody asked for it")


def product(folder: Path) -> Product:
    outputs = (Output(folder / "a.docx", b"word"), Output(folder / "a.md", b"text"))
    return Product("a", outputs)


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"text")
    written = deliver(product(tmp_path)).written
    assert [output.path.name for output in written] == ["a.docx"]
    assert (tmp_path / "a.docx").read_bytes() == b"word"


def test_what_is_missing_and_what_differs_is_stale(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    findings = stale(product(tmp_path), lambda: product(tmp_path))
    assert [(f.rule, f.message) for f in findings] == [
        ("output-stale", "this output is missing"),
        ("output-stale", "this output is not what the data gives"),
    ]
    assert findings[0].hint == "run “bluf build”, and commit what it writes"


def test_what_was_written_is_not_stale(tmp_path: Path) -> None:
    deliver(product(tmp_path))
    assert stale(product(tmp_path), _never) == ()


def test_what_is_missing_is_not_made_again(tmp_path: Path) -> None:
    assert [found.rule for found in stale(product(tmp_path), _never)] == ["output-stale"] * 2


def test_what_the_second_build_gives_otherwise_is_not_called_stale(tmp_path: Path) -> None:
    for name in ("a.docx", "a.md"):
        (tmp_path / name).write_bytes(b"old")
    calls = []

    def again() -> Product:
        calls.append(1)
        return Product("a", (Output(tmp_path / "a.docx", b"word"), Output(tmp_path / "a.md", b"x")))

    findings = stale(product(tmp_path), again)
    assert [found.rule for found in findings] == ["output-stale", "not-reproducible"]
    assert findings[1].notes == ("-text", "+x")
    assert len(calls) == 1


def test_a_second_build_that_is_refused_says_nothing_of_the_first(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    findings = stale(product(tmp_path), lambda: Product("a", refused=True))
    assert [found.rule for found in findings] == ["output-stale", "output-stale"]
