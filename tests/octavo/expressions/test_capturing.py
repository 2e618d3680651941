from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.expressions.conftest import run

from octavo.expressions import Capture, Code, Release

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% set a %}x{{ n }}{% endset %}[{{ a }}]", "[x1]"),
        ("{% set a|upper %}x{{ n }}{% endset %}[{{ a }}]", "[X1]"),
        ("{% filter upper %}a{% filter replace('b', 'c') %}b{% endfilter %}{% endfilter %}", "AC"),
    ],
)
def test_what_a_block_writes_is_held_back(
    render: Callable[..., str], text: str, expected: str
) -> None:
    assert render(text, n=1) == expected


def test_what_is_kept_is_what_the_engine_puts_in_its_place() -> None:
    code = Code(["a", Capture(7), "b", Release(7), "c"])

    def keep(pieces: list[str], mark: int) -> list[str]:
        return [f"<{mark}:", *pieces, ">"]

    assert run(code, {}, lambda value, _: str(value), keep) == "a<7:b>c"
