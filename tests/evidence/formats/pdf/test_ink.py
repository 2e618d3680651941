"""Whether letters have ink: each limit with what lies at it, and one past it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from bluf.evidence.formats.pdf.drawing import Ink, View
from bluf.evidence.formats.pdf.ink import (
    _area,
    _contrast,
    _ink,
    _inked,
    _is_scan,
    _is_tiny,
    _lies_over,
)
from bluf.evidence.formats.pdf.letters import Letter

if TYPE_CHECKING:
    from bluf.evidence.formats.pdf.messages import Box


def letter(box: Box, size: float = 10, sign: str = "a") -> Letter:
    return Letter(sign, 0, box, size, 1, False, 0.5, 0.0)


@pytest.mark.parametrize(
    ("size", "wide", "high", "expected"),
    [(2.9, 2.9, 9, True), (2.9, 9, 2.9, True), (3, 1, 1, False), (2.9, 3, 3, False)],
)
def test_letters_under_three_points_are_tiny(
    size: float, wide: float, high: float, expected: bool
) -> None:
    boxes = (5, 5, 5 + wide, 5 + high), (5, 5, 6, 6)
    assert _is_tiny(size, [*(letter(box, size) for box in boxes), letter((0, 0, 9, 9))]) is expected


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ((0, 30, 20, 40), True),
        ((14, 34, 16, 36), True),
        ((15, 30, 20, 40), False),
        ((0, 35, 20, 40), False),
        ((0, 30, 15, 40), False),
        ((0, 30, 20, 35), False),
    ],
)
def test_an_area_lies_over_the_middle_of_a_letter(area: Box, expected: bool) -> None:
    assert _lies_over([(0, 0, 1, 1), area], [letter((10, 30, 20, 40))]) is expected


@pytest.mark.parametrize(
    ("shares", "expected"), [([1] * 10, 90), ([0.5] * 10, 90), ([0.49, *[1] * 9], 0)]
)
def test_contrast_is_none_where_a_letter_does_not_show(shares: list[float], expected: int) -> None:
    assert _contrast([Ink(90 + at, share) for at, share in enumerate(shares)]) == expected


class Page(View):
    """A view of a page of that size, all black."""

    def __init__(self) -> None:
        self._page = self.get_size()

    def get_size(self) -> tuple[float, float]:
        return 100.0, 200.0

    def stands_out(self, _box: Box, _bare: View) -> bool:
        return False

    def rows(self, box: Box) -> list[bytes]:
        wide, high = int(box[2] - box[0]), int(box[3] - box[1])
        return [bytes(wide)] * high


class White(Page):
    """A page that is white round some blank edge."""

    def rows(self, box: Box) -> list[bytes]:
        return [b"\xff" * len(row) for row in super().rows(box)]


@pytest.mark.parametrize(
    ("box", "part"),
    [
        ((10, 10, 20, 20), 1),
        ((-5, 10, 5, 20), 0.5),
        ((95, 10, 105, 20), 0.5),
        ((10, -6, 20, 4), 0.4),
        ((10, 196, 20, 206), 0.4),
        ((95, 196, 105, 206), 0.4),
    ],
)
def test_what_lies_beyond_the_page_does_not_show(box: Box, part: float) -> None:
    page: Any = Page()
    white: Any = White()
    found = _ink(page, white, letter(box), 1)
    assert found.share == pytest.approx(1.25 * part)
    assert (found.contrast, found.blot) == (255, True)


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ([(30, 40, 50, 60)], (20, 30, 60, 70)),
        ([(30, 40, 50, 60), (10, 80, 20, 90)], (0, 30, 60, 100)),
        ([(-3, -3, 300, 300)], (0, 0, 100, 200)),
    ],
)
def test_what_is_drawn_is_the_part_of_the_page_round_letters(
    boxes: list[Box], expected: Box
) -> None:
    page: Any = Page()
    assert _area(page, [letter(box) for box in boxes]) == expected


class Scanned(Page):
    """A page of pictures in these places, white but for some boxes."""

    def __init__(self, *pictures: Box, drawn: int = 0) -> None:
        super().__init__()
        self._pictures, self._drawn = pictures, drawn

    def get_objects(self, **_: object) -> list[Scanned]:
        return [Scanned(each) for each in self._pictures]

    def get_bounds(self) -> Box:
        return self._pictures[0]

    def rows(self, box: Box) -> list[bytes]:
        return [b"\xff\0" if box[0] < 10 * self._drawn else b"\xff\xff"]


@pytest.mark.parametrize(
    ("pictures", "drawn", "expected"),
    [
        ([(0, 0, 100, 100)], 5, True),
        ([(0, 0, 100, 99.9)], 5, False),
        ([(50, 20, 100, 120), (0, 20, 50, 120)], 5, True),
        ([(50, 20, 100, 120), (0, 20, 50, 119)], 5, False),
        ([(100, 0, 0, 100), (0, 100, 100, 0), (0, 0, 100, 99)], 5, False),
        ([(0, 0, 100, 200)], 4, False),
        ([], 5, False),
    ],
)
def test_a_scan_covers_half_of_the_page_and_shows_most_letters(
    pictures: list[Box], drawn: int, *, expected: bool
) -> None:
    page: Any = Scanned(*pictures, drawn=drawn)
    boxes = [(10 * at, 10, 10 * at + 9, 20) for at in range(5)]
    letters = [replace(letter(box), thing=0) for box in boxes]
    assert _is_scan(page, letters, page) is expected


class Large(Page):
    """A page of 42 inches."""

    def get_size(self) -> tuple[float, float]:
        return 3000.0, 3000.0


BEYOND, LARGE = "it stands beyond the edge of the page", "the page is too large to be drawn"


@pytest.mark.parametrize(
    ("box", "size", "page", "expected"),
    [
        ((110, 10, 120, 20), 10, Page(), BEYOND),
        ((10, 210, 20, 220), 10, Page(), BEYOND),
        ((-20, 10, -10, 20), 10, Page(), BEYOND),
        ((0, 0, 3000, 3000), 10, Large(), LARGE),
        ((0, 0, 1200, 1200), 6.9, Large(), LARGE),
    ],
)
def test_what_cannot_be_drawn_is_not(box: Box, size: float, page: Page, expected: str) -> None:
    any_page: Any = page
    verdict = _inked(any_page, any_page, [letter(box, size)])
    assert (verdict.hidden or verdict.doubt) == expected
