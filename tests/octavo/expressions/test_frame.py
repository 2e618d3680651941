from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.expressions.conftest import run

from octavo.expressions import (
    SANDBOX,
    FaultError,
    Frame,
    Manner,
    RunError,
    Writer,
    no_keep,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from octavo.expressions import Code


@pytest.mark.parametrize(("missing", "expected"), [("empty", "a-b"), ("keep", "a0-b")])
def test_a_missing_name_is_empty_or_stays_where_that_is_asked(
    compiled: Callable[[str], Code], missing: Literal["empty", "keep"], expected: str
) -> None:
    code = compiled("a{{ gone }}-b")
    written = run(code, {}, lambda value, _: text_of(value), manner=Manner(missing=missing))
    assert written == expected


def test_every_fault_of_a_rendering_is_told_at_its_mark(compiled: Callable[[str], Code]) -> None:
    with pytest.raises(RunError) as caught:
        run(compiled("{{ one }}{{ known }}{{ 1 / 0 }}"), {"known": 1}, lambda value, _: str(value))
    assert [mark for mark, _ in caught.value.faults] == [0, 2]


def test_a_step_more_than_there_are_is_too_much() -> None:
    frame = Frame(SANDBOX, {}, Writer(lambda shown, _: str(shown), no_keep), Manner(work=3))
    frame.spend(3)
    with pytest.raises(FaultError, match="more work"):
        frame.spend(1)


def test_a_rendering_ends_where_its_work_is_spent(render: Callable[..., str]) -> None:
    text = "{% for a in range(100) %}{{ a }}{% endfor %}"
    assert render(text).startswith("0123")
    with pytest.raises(RunError, match="more work than a rendering may take"):
        render(text, work=50)
