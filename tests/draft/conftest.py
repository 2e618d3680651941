from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.drafting import Draft
from bluf.draft.joining import joined
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


ONE = """3 March 2026
The Foreign Minister of Serbia, Ann Harbour, met the Ambassador of Belgium, Piet Haven, on Monday.
They agreed to hold a second round of ferry talks next month in Porthaven.
Ambassador Haven asked for a new berth at the northern quay.
"""
TWO = """3 March 2026
The Ambassador of Belgium, Mr. Piet Haven, met Minister Harbour on Monday.
They discussed holding a second round of ferry talks soon.
They discussed the price of fish for the coming winter season.
"""


@pytest.fixture
def both(account: Read) -> Draft:
    accounts = (account(ONE, "one"), account(TWO, "two"))
    return Draft(accounts, joined(accounts))
