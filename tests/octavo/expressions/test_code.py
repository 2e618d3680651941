from __future__ import annotations

from tests.octavo.expressions.conftest import run

from octavo.expressions import (
    Capture,
    Code,
    Release,
)


def test_what_nobody_keeps_stays_in_its_place() -> None:
    code = Code(["a", Capture(0), "b", Release(0), "c"])
    assert run(code, {}, lambda value, _: str(value)) == "abc"
