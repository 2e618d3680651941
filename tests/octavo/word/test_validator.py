"""Every output of the tests passes Microsoft's validator as well as its template does.

The fixture ``judge`` holds them all against it when the tests are done.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, Protocol

import pytest

P = Callable[..., str]


class Judge(Protocol):
    """The validator, as ``conftest.py`` asks it."""

    made: dict[bytes, tuple[bytes, str]]

    def worse(self) -> list[str]: ...


needs_validator = pytest.mark.skipif(
    not os.environ.get("BLUF_OOXML_VALIDATOR") and not os.environ.get("CI"),
    reason="needs the Open XML validator",
)


@needs_validator
def test_an_output_is_held_against_its_template(
    new_judge: Callable[[], Judge],
    fill: Callable[..., Any],
    p: P,
) -> None:
    sound = fill(p("{{ x }}"), {"x": "a"}).data
    broken = fill("<w:p><w:x/></w:p>").data
    judge = new_judge()
    judge.made[broken] = sound, "first"
    judge.made[sound] = sound, "second"
    assert [error.partition(":")[0] for error in judge.worse()] == ["first"]
    judge.made[broken] = broken, "first"
    assert judge.worse() == []
