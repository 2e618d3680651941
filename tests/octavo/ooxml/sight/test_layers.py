from __future__ import annotations

from lxml import etree

from octavo.ooxml import NAMESPACES
from octavo.ooxml.sight.layers import attribute, first


def layer(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:rPr xmlns:w="{NAMESPACES["w"]}">{inner}</w:rPr>')


def test_the_strongest_layer_that_says_something_counts() -> None:
    layers = [layer("<w:b/>"), layer('<w:sz w:val="20"/>'), layer('<w:sz w:val="8"/>')]
    assert attribute(layers, "w:sz", "w:val") == "20"
    assert first(layers, "w:sz") is layers[1][0]
    assert first(layers, "w:i") is None


def test_a_weaker_layer_fills_in_an_attribute_that_a_stronger_one_leaves_out() -> None:
    layers = [layer('<w:ind w:left="10"/>'), layer('<w:ind w:end="30"/>')]
    assert attribute(layers, "w:ind", "w:right", "w:end") == "30"
    assert attribute(layers, "w:ind", "w:hanging") is None
