from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import read_package
from octavo.ooxml.structure import check_structure

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]


def test_relationships_that_were_added_are_known(docx: Docx) -> None:
    package = read_package(docx('<w:p><w:hyperlink r:id="rId9"/></w:p>'), "a.docx")
    assert check_structure(package, package.trees(), relationships={package.main: {"rId9"}}) == ()
