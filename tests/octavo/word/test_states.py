from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.word.conftest import paragraph

from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.octavo.word.conftest import Output

LIST = (
    '<w:dropDownList w:lastValue="0"><w:listItem w:displayText="Open" w:value="1"/>'
    '<w:listItem w:displayText="Done" w:value="2"/></w:dropDownList>'
)
BOX = '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'


@pytest.mark.parametrize(
    ("state", "attribute", "value", "expected"),
    [
        (LIST, "w:dropDownList w:lastValue", "Done", "2"),
        (LIST, "w:dropDownList w:lastValue", "Else", None),
        (BOX, "w14:checked w14:val", "\u2612", "1"),
        (BOX, "w14:checked w14:val", "\u2610", "0"),
        ("<w:date/>", "w:date w:fullDate", "2026-03-01", "2026-03-01T00:00:00Z"),
        ('<w:date w:fullDate="x"/>', "w:date w:fullDate", "next week", None),
    ],
)
def test_a_control_is_in_the_state_that_it_shows(
    fill: Callable[..., Output], state: str, attribute: str, value: str, expected: str | None
) -> None:
    shown = paragraph("{{ v }}")
    body = f"<w:sdt><w:sdtPr>{state}</w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    element, name = map(qn, attribute.split())
    (found,) = fill(body, {"v": value}).root.iter(element)
    assert found.get(name) == expected
