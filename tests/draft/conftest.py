from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.source import account_of
from bluf.evidence import read_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.draft.source import SourceAccount

    Read = Callable[..., SourceAccount]


@pytest.fixture
def account(tmp_path: Path) -> Read:
    """What a text says, as one source of a draft."""

    def read(text: str, name: str = "release", language: str | None = None) -> SourceAccount:
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        return account_of(read_source(path, path.name), name, language)

    return read
