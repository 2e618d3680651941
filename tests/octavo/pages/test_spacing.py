"""Heights are those that LibreOffice 7.4 gives the same paragraphs: a line of Arial 10 is 230."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Height = Callable[..., int]
    Text = Callable[..., str]

LINE = 230


def test_the_larger_of_two_spaces_counts(height: Height, paragraph: Text) -> None:
    body = (
        paragraph("A", '<w:spacing w:before="400" w:after="200"/>')
        + paragraph("B", '<w:spacing w:before="100" w:after="60"/>')
        + paragraph("C", '<w:spacing w:before="300" w:after="900"/>')
    )
    assert height(body) == 400 + LINE + 200 + LINE + 300 + LINE


def test_contextual_spacing_leaves_out_its_own_share(height: Height, paragraph: Text) -> None:
    tight = paragraph("A", '<w:spacing w:before="100" w:after="200"/><w:contextualSpacing/>')
    assert height(tight + tight) == 100 + 2 * LINE
    other = paragraph("B", '<w:spacing w:before="120"/>')
    assert height(tight + other) == 100 + 2 * LINE + 120


@pytest.mark.parametrize(
    ("line", "rule", "expected"),
    [
        (240, "auto", 230),
        (252, "auto", 241),
        (259, "auto", 248),
        (264, "auto", 253),
        (276, "auto", 264),
        (216, "auto", 207),
        (360, "auto", 345),
        (300, "exact", 300),
        (100, "exact", 100),
        (300, "atLeast", 300),
        (100, "atLeast", 230),
    ],
)
def test_line_spacing_is_that_of_libreoffice(
    height: Height, paragraph: Text, line: int, rule: str, expected: int
) -> None:
    spacing = f'<w:spacing w:line="{line}" w:lineRule="{rule}"/>'
    assert height(paragraph("A", spacing)) == expected


def test_a_frame_is_drawn_round_paragraphs_that_share_it(height: Height, paragraph: Text) -> None:
    borders = (
        '<w:pBdr><w:top w:val="single" w:sz="16" w:space="5"/>'
        '<w:bottom w:val="single" w:sz="8" w:space="3"/></w:pBdr>'
    )
    framed = paragraph("A", borders)
    assert height(framed) == 140 + LINE + 80
    assert height(framed + framed) == 140 + 2 * LINE + 80
    indented = paragraph("A", borders + '<w:ind w:left="100"/>')
    assert height(framed + indented) == 2 * (140 + LINE + 80)


def test_a_border_between_counts_where_a_frame_is_shared(height: Height, paragraph: Text) -> None:
    framed = paragraph("A", '<w:pBdr><w:between w:val="single" w:sz="8" w:space="1"/></w:pBdr>')
    assert height(framed + framed) == 2 * LINE + 40


def test_a_border_of_no_line_takes_no_room(height: Height, paragraph: Text) -> None:
    plain = paragraph("A", '<w:pBdr><w:top w:val="nil" w:sz="16" w:space="5"/></w:pBdr>')
    assert height(plain) == LINE
