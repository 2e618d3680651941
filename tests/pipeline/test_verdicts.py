from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.pipeline import Order, make
from bluf.pipeline.order import Paging
from octavo.location import WordLocation
from octavo.pages import Galley, Layout, Obstacle, Verdict

if TYPE_CHECKING:
    from pathlib import Path


FONT = Obstacle("the font “Futura”", WordLocation("b.docx", "body"))


@pytest.mark.parametrize(
    ("layout", "rule", "remedy"),
    [
        (Layout(Verdict.CANNOT_TELL), "page-unknown", "take the construct out of the template"),
        (Layout(Verdict.CANNOT_TELL, 2, 0.1, obstacle=FONT), "page-unknown", "bluf fonts add"),
        (Layout(Verdict.CANNOT_TELL, 2, 0.1), "page-unknown", "shorten the brief"),
        (Layout(Verdict.TOO_CLOSE, 1, 0.999), "page-too-close", "cut a line"),
    ],
)
def test_what_is_unsure_is_an_error_with_its_remedy(
    brief: Path, monkeypatch: pytest.MonkeyPatch, layout: Layout, rule: str, remedy: str
) -> None:
    monkeypatch.setattr(Galley, "layout", lambda *_, **__: layout)
    product = make(Order(brief, formats=("docx",), pages=Paging(confirm="never")))
    (finding,) = (each for each in product.findings if each.level == "error")
    assert finding.rule == rule
    assert remedy in finding.hint
