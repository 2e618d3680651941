from __future__ import annotations

from typing import TYPE_CHECKING

from tests.octavo.ooxml.comparison.conftest import RELS, compared

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Rels = Callable[..., str]


def test_links_and_pictures_are_compared(docx: Docx, rels: Rels) -> None:
    body = (
        '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
        '<w:hyperlink w:anchor="top"><w:r><w:t>up</w:t></w:r></w:hyperlink></w:p>'
        '<w:p><w:r><w:drawing><wp:extent cx="1" cy="2"/><wp:docPr id="1" descr="{}"/>'
        '<a:blip r:embed="rId2"/><a:blip r:embed="rId9"/></w:drawing></w:r></w:p>'
    )

    def file(address: str, picture: bytes, text: str) -> bytes:
        pointers = rels(("hyperlink", address), ("image", "media/a.xml")).replace(".xml", ".png")
        return docx(body.format(text), parts={RELS: pointers, "word/media/a.png": picture})

    before = file("https://a.example", b"1", "a flag")
    found = compared(before, file("https://b.example", b"2", "the flag"))
    assert found[0] == (
        "body, paragraph 1; style-differs; the look differs: "
        "link https://a.example → https://b.example in “here”"
    )
    assert found[1].startswith(
        "body, paragraph 2; style-differs; the look differs: "
        "alternative text a flag → the flag; picture "
    )
    assert found[2:] == ["word/media/a.png; property-differs; the part “word/media/a.png” differs"]
