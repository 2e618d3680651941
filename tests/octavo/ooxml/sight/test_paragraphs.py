from __future__ import annotations

import pytest
from lxml import etree

from octavo.ooxml import NAMESPACES
from octavo.ooxml.sight.cells import low
from octavo.ooxml.sight.extents import Paper
from octavo.ooxml.sight.holders import set_out


@pytest.mark.parametrize(
    ("properties", "verdicts"),
    [
        ('<w:spacing w:line="20" w:lineRule="exact"/>', [(True, "its lines have no height")]),
        ('<w:spacing w:line="20" w:lineRule="auto"/>', []),
        ('<w:spacing w:line="119" w:lineRule="exact"/>',
         [(False, "its lines are lower than its letters")]),
        ('<w:spacing w:line="120" w:lineRule="exact"/>', []),
        ('<w:ind w:left="-12001"/>', [(True, "its indent moves it off the page")]),
        ('<w:ind w:left="7000" w:right="7000"/>', [(False, "its indents leave it no width")]),
        ('<w:framePr w:x="-13000"/>', [(True, "its frame stands off the page")]),
        ('<w:tabs><w:tab w:pos="13000"/></w:tabs>', [(False, "a tab may move it off the page")]),
        ('<w:ind w:left="720"/><w:tabs><w:tab w:pos="9000"/></w:tabs>', []),
    ],
)  # fmt: skip
def test_how_a_paragraph_is_set_out_may_hide_it(
    properties: str, verdicts: list[tuple[bool, str]]
) -> None:
    layer = etree.fromstring(f'<w:pPr xmlns:w="{NAMESPACES["w"]}">{properties}</w:pPr>')
    assert list(set_out([layer], 10.0, Paper())) == verdicts


def test_three_points_leave_no_room_for_a_word() -> None:
    assert [low(value) for value in ("60", "61", "-1", None)] == [True, False, False, False]
