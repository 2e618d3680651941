from __future__ import annotations

from typing import TYPE_CHECKING

from tests.octavo.ooxml.comparison.conftest import compared

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]


def test_what_no_reader_sees_does_not_count(docx: Docx) -> None:
    before = docx('<w:p w:rsidR="1"><w:pPr/><w:r><w:rPr><w:lang/></w:rPr><w:t>ab</w:t></w:r></w:p>')
    after = docx('<w:p w14:paraId="7"><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>')
    assert compared(before, after) == []
