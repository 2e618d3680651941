from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Obstacle = Callable[..., str]


def test_a_formula_stands_in_a_paragraph(obstacle: Obstacle) -> None:
    assert obstacle("<m:oMathPara/>") == "a formula outside of the text"
    assert obstacle("<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>") == ""
