from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from octavo.markdown import compile_template

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.markdown import MarkdownProgram


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], MarkdownProgram]:
    """Compile a template from its text; it stands in ``t.md``."""
    monkeypatch.chdir(tmp_path)

    def compile_text(text: str) -> MarkdownProgram:
        Path("t.md").write_text(text, encoding="utf-8", newline="")
        return compile_template(Path("t.md"))

    return compile_text
