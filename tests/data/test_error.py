from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("ending", [".yaml", ".json", ".toml"])
def test_what_leaves_the_tree_whole_is_said_with_the_rest(
    said: Callable[..., list[str]], ending: str
) -> None:
    texts = {
        ".yaml": "id: &a talks\ntitle: !b Talks\ndate: 2025-02-30\nto: A\nto: B\nfrom: C\n",
        ".json": '{"id": "talks", "title": "Talks", "date": "2025-02-30", "to": "A", "to": "B"}',
        ".toml": 'id = "talks"\ntitle = "Talks"\ndate = "2025-02-30"\nto = "A"\nto = "B"\n',
    }
    rules = {line.split()[1] for line in said(texts[ending], f"brief{ending}")}
    assert rules >= {"duplicate-key:", "impossible-date:", "missing-key:"}
    assert ("data-syntax:" in rules) == (ending == ".yaml")
