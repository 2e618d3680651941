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
        ({"transform": "translate(-899px)"}, [False]),
        ({"transform": "translatey(-900px)"}, [True]),
        ({"transform": "translatex(300px)"}, [False]),
        ({"translate": "99%"}, []),
        ({"transform": "rotate(100deg)"}, []),
        ({"transform": "rotate(101deg)"}, [False]),
        ({"transform": "rotatez(-101deg)"}, [False]),
        ({"transform": "rotate(360deg)"}, []),
        ({"transform": "rotate(460deg)"}, []),
        ({"transform": "rotate(0.2775turn)"}, []),
        ({"transform": "rotate(0.278turn)"}, [False]),
        ({"transform": "rotate(111grad)"}, []),
        ({"transform": "rotate(112grad)"}, [False]),
        ({"transform": "rotate(1.74rad)"}, []),
        ({"transform": "rotate(1.75rad)"}, [False]),
        ({"transform": "rotate(0)"}, []),
        ({"transform": "scale(0.5)"}, []),
        ({"transform": "rotatex(0deg)"}, []),
        ({"rotate": "1deg"}, [False]),
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
        ({"transform": "matrix(0.5, 0.2, 0.4, 0.8, 0, 0)"}, 0.32),
        ({"transform": "matrix(0.2, 0.5, 0.8, 0.4, 0, 0)"}, 0.32),
        ({"transform": "matrix(2, 0, 0, 2, 0, 0)"}, 1.0),
        ({"transform": "matrix(x, 0, 0, 1, 0, 0)"}, 0.0),
        ({"transform": "matrix(0.1, 0, 0, 0.1, 0)"}, 1.0),
        ({"transform": "scale3d(0.5, 0.6, 0.1)"}, 0.5),
        ({"zoom": "0"}, 1.0),
        ({"scale": "2"}, 2.0),
        ({"scale": "0"}, 0.0),
        ({}, 1.0),
    ],
)
def test_letters_become_smaller(values: dict[str, str], expected: float) -> None:
    assert scale(box(values)) == pytest.approx(expected)


def test_a_box_in_a_line_is_not_transformed_but_zoomed() -> None:
    assert scale(box({"transform": "scale(0)"}, inline=True)) == 1.0
    assert scale(box({"zoom": "0.3"}, inline=True)) == 0.3
