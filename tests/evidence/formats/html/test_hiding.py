from __future__ import annotations

import pytest
from lxml import etree

from bluf.evidence.formats.html.box import Box
from bluf.evidence.formats.html.hiding import found


def box(values: dict[str, str]) -> Box:
    node = etree.Element("div")
    node.text = "Words of some length."
    return Box("div", values, 16.0, inline=False, node=node)


@pytest.mark.parametrize(
    ("values", "hidden", "doubted"),
    [
        ({}, False, False),
        ({"position": "absolute", "left": "-9999px"}, True, False),
        ({"position": "static", "left": "-9999px"}, False, False),
        ({"text-indent": "-9999px"}, True, False),
        ({"height": "0px", "overflow-x": "hidden", "overflow-y": "hidden"}, True, False),
        ({"height": "0px"}, False, False),
        ({"filter": "opacity(0.3)"}, False, True),
    ],
)
def test_a_box_hides_its_words_or_may(
    values: dict[str, str], *, hidden: bool, doubted: bool
) -> None:
    sight = found(box(values))
    assert (bool(sight.hidden), bool(sight.doubts)) == (hidden, doubted)
