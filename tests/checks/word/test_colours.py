"""Colours of Word files: contrast as WCAG 2.2 counts it, and the colours of highlighting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from bluf.checks.word.styles import background, contrast, fill, hexadecimal
from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluf.checks.word.styles import Colour


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ((0, 0, 0), (255, 255, 255), 21.0),
        ((255, 255, 255), (0, 0, 0), 21.0),
        ((9, 9, 9), (9, 9, 9), 1.0),
        ((255, 0, 0), (255, 255, 255), 3.998),
        ((0, 255, 0), (255, 255, 255), 1.372),
        ((0, 0, 255), (255, 255, 255), 8.592),
        ((119, 119, 119), (255, 255, 255), 4.478),
        ((10, 10, 10), (0, 0, 0), 1.0607),
        ((11, 11, 11), (0, 0, 0), 1.0669),
    ],
)
def test_contrast(first: Colour, second: Colour, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=5e-4)


class Plain:
    """Styles that say nothing, so that a run has the properties that it is given."""

    def __init__(self, properties: Mapping[str, str]) -> None:
        self.properties = properties

    def run_property(self, _run: object, _paragraph: object, name: str) -> etree._Element | None:
        said = self.properties.get(name)
        return None if said is None else etree.Element(qn(name), {qn("w:val"): said})


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("black", "#000000"), ("blue", "#0000FF"), ("cyan", "#00FFFF"), ("green", "#00FF00"),
        ("magenta", "#FF00FF"), ("red", "#FF0000"), ("yellow", "#FFFF00"), ("white", "#FFFFFF"),
        ("darkBlue", "#000080"), ("darkCyan", "#008080"), ("darkGreen", "#008000"),
        ("darkMagenta", "#800080"), ("darkRed", "#800000"), ("darkYellow", "#808000"),
        ("darkGray", "#808080"), ("lightGray", "#C0C0C0"),
    ],
)  # fmt: skip
def test_highlighting(names: str, expected: str) -> None:
    nothing: Any = None
    styles: Any = Plain({"w:highlight": names})
    found = background(nothing, nothing, styles, nothing)
    assert found is not None
    assert hexadecimal(found) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, None),
        ({"fill": "auto"}, None),
        ({"fill": "10203f"}, (16, 32, 63)),
        ({"fill": "10203f", "val": "clear"}, (16, 32, 63)),
        ({"fill": "10203f", "val": "nil"}, (16, 32, 63)),
        ({"fill": "10203f", "val": "pct10"}, None),
    ],
)
def test_a_plain_shading_has_a_colour(said: dict[str, str], expected: Colour | None) -> None:
    shading = etree.Element(qn("w:shd"), {qn(f"w:{name}"): value for name, value in said.items()})
    assert fill(shading) == expected
    assert fill(None) is None
