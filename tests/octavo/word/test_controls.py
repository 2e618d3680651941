from __future__ import annotations

from collections.abc import Callable
from typing import Any

from octavo.ooxml import qn

P = Callable[..., str]
Fill = Callable[..., Any]


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
