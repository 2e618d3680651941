from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import Limits, PackageError, open_package, read_file, read_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Docx = Callable[..., bytes]


def _rules(path: Path, limits: Limits | None = None) -> list[str]:
    bounds = limits or Limits()

    def read() -> None:
        read_package(read_file(path, limits=bounds), path.as_posix(), limits=bounds)

    with pytest.raises(PackageError) as caught:
        read()
    return [f"{finding.rule}: {finding.message}" for finding in caught.value.findings]


def test_a_word_file_is_opened_by_its_path(docx: Docx, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx())
    assert open_package(path).path == path.as_posix()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    os.mkfifo(path)
    assert _rules(path) == ["file-unreadable: the file cannot be read: it is not a regular file"]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    message = "file-unreadable: the file cannot be read: no such file or directory"
    assert _rules(tmp_path / "none.docx") == [message]


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK" * 100)
    assert _rules(path, Limits(file_size=50)) == [
        "limit-exceeded: the file is larger than 50 bytes"
    ]
