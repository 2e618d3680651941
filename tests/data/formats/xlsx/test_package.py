from __future__ import annotations

from typing import TYPE_CHECKING

from tests.data.formats.xlsx.conftest import parts, relationships

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_sheet_that_is_no_xml_is_named(refused: Callable[..., list[str]]) -> None:
    pointers = relationships(("worksheet", "worksheets/sheet1.dat", ""))
    content = {**parts(""), "xl/_rels/workbook.xml.rels": pointers}
    (said,) = refused({**content, "xl/worksheets/sheet1.dat": "<a"})
    assert said.startswith("package-invalid: the part “xl/worksheets/sheet1.dat” is not well-form")
