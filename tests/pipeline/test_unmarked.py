from __future__ import annotations

from typing import TYPE_CHECKING

from tests.pipeline.conftest import word_text

from bluf.pipeline import Order, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str], None]


def test_findings_are_written_on_the_face_of_a_brief_that_is_made_all_the_same(
    brief: Path, edit: Edit
) -> None:
    edit("We discussed launching", "We discussed lunching")
    product = make(Order(brief, allow_findings=True))
    assert "Unproven: this brief was written with 1 open findings" in word_text(product)
    assert b"Unproven: this brief" in product.outputs[1].content
