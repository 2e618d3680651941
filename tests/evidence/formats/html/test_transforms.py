from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from bluf.evidence.formats.html.box import Box
from bluf.evidence.formats.html.transforms import scale, transformed

if TYPE_CHECKING:
    from collections.abc import Mapping


def box(values: Mapping[str, str], *, inline: bool = False) -> Box:
    return Box("div", values, 10.0, inline=inline, node=etree.Element("div"))


@pytest.mark.parametrize(
    ("values", "verdicts"),
    [
        ({"transform": "translate(-900px)"}, [True]),
        ({"transform": "translate(0, -300px)"}, [False]),
        ({"transform": "translatex(299px)"}, []),
        ({"translate": "-100%"}, [False]),
        ({"transform": "rotate(180deg)"}, [False]),
        ({"transform": "rotate(0.1turn)"}, []),
        ({"transform": "scale(-1)"}, [False]),
        ({"transform": "rotatex(90deg)"}, [False]),
        ({"transform": "matrix(1, 0, 0, 1, -2000, 0)"}, [True]),
        ({"translate": "none", "rotate": "none"}, []),
    ],
)
def test_what_is_moved_far_is_hidden_and_what_is_turned_in_doubt(
    values: dict[str, str], verdicts: list[bool]
) -> None:
    assert [hidden for hidden, _ in transformed(box(values))] == verdicts


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"transform": "scale(0.5, 0.1)"}, 0.1),
        ({"zoom": "0.2", "scale": "0.5"}, 0.2),
        ({"transform": "matrix(0.1, 0, 0, 0.1, 0, 0)"}, 0.01),
        ({}, 1.0),
    ],
)
def test_letters_become_smaller(values: dict[str, str], expected: float) -> None:
    assert scale(box(values)) == pytest.approx(expected)


def test_a_box_in_a_line_is_not_transformed_but_zoomed() -> None:
    assert scale(box({"transform": "scale(0)"}, inline=True)) == 1.0
    assert scale(box({"zoom": "0.3"}, inline=True)) == 0.3
