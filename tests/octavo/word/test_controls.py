from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from tests.octavo.word.conftest import paragraph

from octavo.ooxml import qn

if TYPE_CHECKING:
    from tests.octavo.word.conftest import Output

P = Callable[..., str]
Fill = Callable[..., Any]
LIST = (
    '<w:dropDownList w:lastValue="0"><w:listItem w:displayText="Open" w:value="1"/>'
    '<w:listItem w:displayText="Done" w:value="2"/></w:dropDownList>'
)
BOX = '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'


def test_a_control_is_filled_with_or_without_properties_and_keeps_its_own_style(
    fill: Fill, p: P
) -> None:
    bare = f"<w:sdt><w:sdtContent>{p('{{ x }}')}</w:sdtContent></w:sdt>"
    style = '<w:rPr><w:rStyle w:val="{}"/></w:rPr>'
    runs = "".join(
        f"<w:r>{style.format(name)}<w:t>{{{{ x }}}}</w:t></w:r>"
        for name in ("PlaceholderText", "Strong")
    )
    properties = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    styled = f"<w:sdt>{properties}<w:sdtContent><w:p>{runs}</w:p></w:sdtContent></w:sdt>"
    output = fill(bare + styled, {"x": "1"})
    assert output.body == ["1", "11"]
    assert next(output.root.iter(qn("w:showingPlcHdr")), None) is None
    assert [one.get(qn("w:val")) for one in output.root.iter(qn("w:rStyle"))] == ["Strong"]


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
