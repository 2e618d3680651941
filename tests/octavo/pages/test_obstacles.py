from __future__ import annotations

from typing import TYPE_CHECKING

from tests.octavo.pages.measured import measure

from octavo.pages import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    Make = Callable[..., bytes]
    Text = Callable[..., str]


def test_what_is_not_known_is_named_with_its_place(docx: Make, paragraph: Text) -> None:
    turned = paragraph("Turned", '<w:textDirection w:val="tbRl"/>')
    layout = measure(docx(paragraph("A line") + turned))
    assert layout.verdict is Verdict.CANNOT_TELL
    assert layout.pages is None
    assert layout.obstacle is not None
    assert layout.obstacle.construct == "turned text"
    assert layout.obstacle.location.place == "body, paragraph 2"
