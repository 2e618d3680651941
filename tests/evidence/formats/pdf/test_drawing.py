"""What pixels tell: each limit with what lies at it, and one past it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument

from bluf.evidence.formats.pdf.drawing import (
    Ink,
    View,
    alike,
    difference,
    drawn_without,
    hides,
    ink,
    is_struck,
    stripes,
)
from bluf.evidence.formats.pdf.letters import texts

if TYPE_CHECKING:
    from tests.evidence.formats.conftest import MakePdf

    from bluf.evidence.formats.pdf.messages import Box

BLACK = b"0 g 10 802 20 10 re f"  # from 30 to 40 points under the upper edge
AREA = (5.0, 797.0, 40.0, 832.0)


@pytest.mark.parametrize(
    ("box", "scale", "wide", "high", "black"),
    [
        ((10, 802, 30, 812), 1, 20, 10, 200),
        ((9, 801, 31, 813), 1, 22, 12, 200),
        ((11, 803, 29, 811), 1, 18, 8, 144),
        ((10.5, 802.5, 29.5, 811.5), 1, 20, 10, 200),
        ((10, 802, 30, 812), 2, 40, 20, 800),
        ((0, 802, 30, 812), 1, 25, 10, 200),
        ((10, 802, 90, 812), 1, 35, 10, 200),
        ((10, 700, 30, 812), 1, 20, 17, 200),
        ((10, 802, 30, 842), 1, 20, 30, 200),
        ((90, 802, 95, 812), 1, 0, 10, 0),
    ],
)
def test_rows_are_the_pixels_of_a_box_within_what_is_drawn(
    make_pdf: MakePdf, box: Box, scale: int, wide: int, high: int, black: int
) -> None:
    page = PdfDocument(make_pdf(BLACK))[0]
    grey = View(page, AREA, scale).rows(box)
    assert ({len(row) for row in grey}, len(grey)) == ({wide}, high)
    assert b"".join(grey).count(0) == black
    coloured = View(page, AREA, scale, coloured=True).rows(box)
    assert ({len(row) for row in coloured}, len(coloured)) == ({4 * wide}, high)


def test_a_page_is_drawn_without_some_objects_and_has_them_again(make_pdf: MakePdf) -> None:
    page = PdfDocument(make_pdf([(10, 802, "A")]))[0]
    box = (10, 802, 15, 812)
    empty = drawn_without(page, texts(page), AREA, 1).rows(box)
    assert set(b"".join(empty)) == {255}
    assert View(page, AREA, 1).rows(box) != empty
    assert drawn_without(page, texts(page), AREA, 1).is_plain
    assert not View(page, AREA, 1).is_plain


WHITE = [b"\xff" * 6] * 6
LETTER = [b"\xff" * 6, *[b"\xff\x00\xff\xff\x00\xff"] * 4, b"\xff" * 6]


@pytest.mark.parametrize(
    ("shown", "bare", "size", "expected"),
    [
        ([], [], 1, Ink(0, 0.0, 0.0)),
        ([b"", b""], [b"", b""], 1, Ink()),
        (WHITE, WHITE, 1, Ink()),
        (LETTER, WHITE, 1, Ink(255, 1.0, 8 / 36)),
        (LETTER, [b"\xfe" * 6, *WHITE[1:]], 1, Ink(255, 1.0, 8 / 36)),
        ([b"\xff\xff\xff\0\xff\xff", *WHITE[1:]], WHITE, 1, Ink(255, 0.25, 1 / 36)),
        ([b"\xf3" * 6, *WHITE[1:]], WHITE, 1, Ink()),
        ([b"\xf2" * 6, *WHITE[1:]], WHITE, 1, Ink(13, 0.25, 6 / 36)),
        ([b"\0" + b"\xab" * 5, *WHITE[1:]], WHITE, 1, Ink(255, 0.25, 1 / 36)),
        ([b"\0" + b"\xa9" * 5, *WHITE[1:]], WHITE, 1, Ink(255, 0.25, 6 / 36)),
        ([b"\xff\0\0\0" * 3] * 3, [b"\xff" * 12] * 3, 4, Ink(255, 3.0, 0.75)),
        ([b"\xff" * 5 + b"\0" + b"\xff" * 6] * 3, [b"\xff" * 12] * 3, 4, Ink(255, 1.0, 1 / 12)),
        ([b"\xe6\xff\0\xff" * 3] * 3, [b"\xff" * 12] * 3, 4, Ink(255, 3.0, 0.25)),
        ([b"\xe6\xff\xff\xff" * 3] * 3, [b"\xff" * 12] * 3, 4, Ink()),
        ([b"\0\xff\xff\xff" * 3] * 3, [b"\xff" * 12] * 3, 4, Ink(76, 3.0, 0.25)),
        ([b"\0"], [b"\xff"], 1, Ink(255, 1.0, 1.0)),
        ([b"\xff" * 3 + b"\0" + b"\xff" * 2] * 12, WHITE * 2, 1, Ink(255, 0.25, 1 / 6)),
        ([b"\0" * 12, *[b"\xff" * 12] * 5], [b"\xff" * 12] * 6, 1, Ink(255, 0.25, 1 / 6)),
    ],
)  # fmt: skip
def test_ink_is_what_differs_and_how_far_it_reaches(
    shown: list[bytes], bare: list[bytes], size: int, expected: Ink
) -> None:
    assert ink(shown, bare, size) == expected


@pytest.mark.parametrize(
    ("count", "value", "expected"), [(8, 129, True), (9, 129, False), (9, 128, True)]
)
def test_letters_are_alike_but_for_their_edges(count: int, value: int, expected: bool) -> None:
    other = bytes([value] * count + [0] * (50 - count))
    assert alike([bytes(50), bytes(50)], [bytes(50), other]) is expected
    assert alike([bytes(50), other], [bytes(50), bytes(50)]) is expected


@pytest.mark.parametrize(
    ("count", "left", "expected"), [(3, 99, False), (4, 99, True), (4, 100, False)]
)
def test_what_is_drawn_over_a_letter_hides_more_than_its_edges(
    count: int, left: int, expected: bool
) -> None:
    alone = bytes([200] * 10 + [100] * 10)  # what is half as dark is an edge
    shown = bytes([left] * count + [200] * (10 - count) + [0] * 10)
    assert hides([shown], [alone], [bytes(20)]) is expected
    assert not hides([], [], [])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], False),
        ([b""], False),
        ([bytes([0, 48]), bytes(2)], False),
        ([bytes([0, 49]), bytes(2)], True),
        ([bytes(2), bytes([49, 49])], False),
    ],
)
def test_stripes_are_what_differs_within_a_row(rows: list[bytes], expected: bool) -> None:
    assert stripes(rows) is expected


def lined(rows: dict[int, int], value: int = 49) -> list[bytes]:
    """Ten rows of ten pixels, of which some are inked in some rows."""
    return [bytes([0] * (10 - rows.get(at, 0)) + [value] * rows.get(at, 0)) for at in range(10)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ({}, False),
        ({5: 3}, False),
        ({5: 4}, True),
        ({2: 4}, True),
        ({7: 4}, True),
        ({1: 4}, False),
        ({8: 4}, False),
        ({0: 4, 5: 4}, True),
        ({0: 5, 5: 4}, False),
        ({9: 4, 5: 4}, True),
        ({9: 5, 5: 4}, False),
        ({8: 9, 1: 9, 5: 4}, True),
    ],
)
def test_a_line_through_the_middle_strikes_a_letter_out(
    rows: dict[int, int], expected: bool
) -> None:
    assert is_struck(lined(rows)) is expected
    assert not is_struck(lined(rows, 48))


def test_a_box_without_pixels_is_not_struck_out() -> None:
    assert not is_struck([])


def test_a_difference_has_no_sign() -> None:
    assert difference([bytes([5, 2])], [bytes([2, 5])]) == [bytes([3, 3])]
