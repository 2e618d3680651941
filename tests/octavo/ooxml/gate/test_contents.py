from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Refusal = Callable[[bytes], dict[str, str]]
    Rels = Callable[..., str]


_RELS = "word/_rels/document.xml.rels"


@pytest.mark.parametrize(
    "element",
    ["<w:altChunk r:id='rId9'/>", "<w:object><o:OLEObject/></w:object>", "<wp15:webVideoPr/>"],
)
def test_an_active_element_needs_no_relationship(
    docx: Docx, refusal: Refusal, element: str
) -> None:
    assert list(refusal(docx(f"<w:p><w:r>{element}</w:r></w:p>"))) == ["active-content"]


def test_an_active_element_with_another_relationship_is_refused(
    docx: Docx, refusal: Refusal, rels: Rels
) -> None:
    data = docx('<w:altChunk r:id="rId1"/>', parts={_RELS: rels(("styles", "s.xml"))})
    assert list(refusal(data)) == ["active-content"]
