from __future__ import annotations

from typing import TYPE_CHECKING

from tests.octavo.ooxml.comparison.conftest import RELS, compared, para, with_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Make = Callable[[str, str], str]
    Rels = Callable[..., str]


def test_headers_and_parts_come_and_go(docx: Docx, rels: Rels, part: Make) -> None:
    reference = '<w:p><w:pPr><w:sectPr><w:headerReference r:id="rId1"/></w:sectPr></w:pPr></w:p>'
    header = {"word/header1.xml": part("hdr", para("a"))}
    plain = docx("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>")
    headed = with_parts(docx, rels, {"header1.xml": "header"}, header, reference)
    assert compared(plain, headed) == [
        "header 1; structure-differs; the header 1 is new",
        f"{RELS}; property-differs; the part “{RELS}” is new",
        "header 1; property-differs; the part “word/header1.xml” is new",
    ]
    assert compared(headed, plain)[0] == "header 1; structure-differs; the header 1 is gone"
