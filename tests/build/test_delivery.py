from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.build import Output, Product, deliver, stale

if TYPE_CHECKING:
    from pathlib import Path


def product(folder: Path) -> Product:
    outputs = (Output(folder / "a.docx", b"word"), Output(folder / "a.md", b"text"))
    return Product("a", outputs)


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"text")
    changed = deliver(product(tmp_path))
    assert [output.path.name for output in changed] == ["a.docx"]
    assert (tmp_path / "a.docx").read_bytes() == b"word"


def test_what_is_missing_and_what_differs_is_stale(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    findings = stale(product(tmp_path))
    assert [(f.rule, f.message) for f in findings] == [
        ("output-stale", "this output is missing"),
        ("output-stale", "this output is not what the data gives"),
    ]
    assert findings[0].hint == "run “bluf build”, and commit what it writes"


def test_what_was_written_is_not_stale(tmp_path: Path) -> None:
    deliver(product(tmp_path))
    assert stale(product(tmp_path)) == ()
