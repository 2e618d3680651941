from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.ooxml.comparison.conftest import compared

if TYPE_CHECKING:
    from collections.abc import Callable


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (paragraph("a") + paragraph("b"), []),
        (paragraph("a"), ["a paragraph is gone"]),
        (paragraph("a") + paragraph("c"), ["the text differs"]),
        (paragraph("a") + paragraph("b", '<w:pStyle w:val="X"/>'), ["the style is"]),
        (paragraph("a") + paragraph("b", run="<w:b/>"), ["the look differs"]),
    ],
)
def test_a_difference_is_told_as_what_it_is(
    docx: Callable[..., bytes], after: str, told: list[str]
) -> None:
    found = compared(docx(paragraph("a") + paragraph("b")), docx(after))
    assert len(found) == len(told)
    assert all(words in line for words, line in zip(told, found, strict=True))
