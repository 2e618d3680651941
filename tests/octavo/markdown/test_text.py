from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from octavo.markdown import TemplateError, compile_template

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from octavo.markdown import MarkdownProgram

    Compiled = Callable[[str], MarkdownProgram]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9", "encoding: this is not UTF-8: byte 3 is 0xE9"),
        (b"\xef\xbb\xbf\xff", "encoding: this is not UTF-8: byte 3 is 0xFF"),
        (b"x" * (4 * 1024 * 1024 + 1), "limit-exceeded: a template may have at most 4 MiB"),
    ],
)
def test_bytes_that_are_no_template_are_refused(
    compiled: Compiled, tmp_path: Path, data: bytes, message: str
) -> None:
    del compiled
    path = tmp_path / "t.md"
    path.write_bytes(data)
    with pytest.raises(TemplateError) as caught:
        compile_template(path)
    (finding,) = caught.value.findings
    assert f"{finding.rule}: {finding.message}" == message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_no_template(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "t.md")
    with pytest.raises(TemplateError, match="it is not a regular file"):
        compile_template(tmp_path / "t.md")
