"""Each cause of doubt: what lies at its limit, and one past it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from bluf.evidence.formats.pdf import doubts
from bluf.evidence.formats.pdf.doubts import _beside, _is_drawn, _stands_over, doubt
from bluf.evidence.formats.pdf.drawing import Ink, Pictures
from bluf.evidence.formats.pdf.letters import Letter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluf.evidence.formats.pdf.messages import Box


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other signs stand on the page."""
    monkeypatch.setattr(doubts, "letters_of", lambda *_: iter(()))


CLEAN = [bytes(10)] * 10
STRUCK = [bytes(10)] * 4 + [b"\xff" * 10] + [bytes(10)] * 5
OTHER = [b"\xff" * 10] * 10


class Shown:
    """A view that shows what it is told at the boxes it is told."""

    is_plain = False

    def __init__(self, rows: Mapping[Box, list[bytes]]) -> None:
        self.rows_of = rows

    def rows(self, box: Box) -> list[bytes]:
        return self.rows_of.get(box, CLEAN)


def letter(box: Box, sign: str = "a", size: float = 10, *, mirrored: bool = False) -> Letter:
    return Letter(sign, 0, box, size, 1, mirrored, 0.5, 0.0)


def row(count: int, signs: str = "aaaaaaaaaa") -> list[Letter]:
    """Letters side by side, ten points wide."""
    return [letter((10 * at, 0, 10 * at + 10, 10), signs[at]) for at in range(count)]


def told(letters: list[Letter], inks: list[Ink] | None = None, **views: Any) -> str:  # noqa: ANN401 - stands for views
    bare, shown = (Shown(views.pop(name, {})) for name in ("bare", "shown"))
    over = views.pop("over", None)
    whole: Any = Pictures(
        inks or [Ink(255, 1.0)] * len(letters),
        bare,  # type: ignore[arg-type]  # as in `shown`: stands for a drawing
        shown,  # type: ignore[arg-type]
        1.0,
        None if over is None else Shown(over),  # type: ignore[arg-type]
        **views,
    )
    nothing: Any = None  # a page is looked at where letters have gaps between them
    return doubt(nothing, nothing, letters, whole)


def test_letters_side_by_side_are_beyond_doubt() -> None:
    assert told(row(4)) == ""
    assert told(row(4), overwritten=True) == "other text is drawn over its letters"


@pytest.mark.parametrize(("count", "expected"), [(2, ""), (3, "its letters are mirrored")])
def test_most_letters_are_mirrored(count: int, expected: str) -> None:
    assert told([letter(at.box, mirrored=number < count) for number, at in enumerate(row(4))]) == (
        expected
    )


PART = "its letters show in part"


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([0.74, 0.74, 1, 1], ""),
        ([0.74, 0.74, 0.74, 1], PART),
        ([0.75, 0.75, 0.75, 1], ""),
    ],
)
def test_most_letters_do_not_show_whole(shares: list[float], expected: str) -> None:
    assert told(row(4), [Ink(255, share) for share in shares]) == expected


LINE = "a line is drawn through its letters"


@pytest.mark.parametrize(
    ("count", "struck", "expected"),
    [(5, "1 2", ""), (5, "1 2 3", LINE), (5, "0 1 3 4", ""), (2, "0 1", LINE), (2, "0", "")],
)
def test_a_line_runs_through_three_letters_or_all(count: int, struck: str, expected: str) -> None:
    letters = row(count)
    rows = {letters[int(at)].box: STRUCK for at in struck.split()}
    assert told(letters, bare=rows) == expected
    assert told(letters, over=rows) == expected


TOGETHER = "its letters run together"


@pytest.mark.parametrize(("count", "expected"), [(2, ""), (3, TOGETHER)])
def test_most_letters_are_blots(count: int, expected: str) -> None:
    assert told(row(4), [Ink(255, 1.0, 1.0, at < count) for at in range(4)]) == expected


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ([(0, 0, 10, 10), (4, 0, 14, 10), (8, 0, 18, 10), (20, 0, 30, 10)], TOGETHER),
        ([(0, 0, 10, 10), (4, 0, 14, 10), (14, 0, 24, 10), (24, 0, 34, 10)], ""),
        ([(0, 0, 10, 10), (5, 0, 15, 10), (10, 0, 20, 10), (20, 0, 30, 10)], ""),
        ([(0, 0, 10, 10), (0, 0, 10, 10), (0, 0, 10, 10), (10, 0, 20, 10)], ""),
        ([(0, 0, 10, 10), (4, 5, 14, 15), (8, 10, 18, 20), (20, 0, 30, 10)], ""),
        ([(0, 0, 10, 10), (4, 4, 14, 14), (8, 8, 18, 18), (20, 0, 30, 10)], TOGETHER),
        ([(0, 0, 10, 10), (8, 0, 12, 10), (8, 0, 30, 10), (30, 0, 40, 10)], ""),
        ([(0, 0, 10, 10), (2, 2, 4, 4), (3, 0, 30, 10), (30, 0, 40, 10)], ""),
        ([(0, 0, 10, 10), (2, 2, 4, 4), (2, 0, 30, 10), (30, 0, 40, 10)], TOGETHER),
    ],
)
def test_letters_stand_over_most_of_others(boxes: list[Box], expected: str) -> None:
    assert told([letter(box) for box in boxes]) == expected


SHAPE = "one shape stands for all its letters"


@pytest.mark.parametrize(
    ("signs", "widths", "height", "shown", "expected"),
    [
        ("abcd", (5, 5, 5, 5), 10, CLEAN, SHAPE),
        ("abcc", (5, 5, 5, 5), 10, CLEAN, ""),
        ("abc1", (5, 5, 5, 5), 10, CLEAN, ""),
        ("abcd", (5, 5, 5, 5.19), 10, CLEAN, SHAPE),
        ("abcd", (5, 5, 5, 5.2), 10, CLEAN, ""),
        ("abcd", (5, 5, 5, 4.8), 10, CLEAN, ""),
        ("abcd", (5, 5, 5, 5), 10, OTHER, ""),
        ("abcd", (5, 5, 5, 5), 2.4, OTHER, SHAPE),
        ("abcd", (5, 5, 5, 5), 2.5, OTHER, ""),
    ],
)
def test_letters_of_many_names_look_the_same(
    signs: str, widths: tuple[float, ...], height: float, shown: list[bytes], expected: str
) -> None:
    letters = [
        letter((10 * at, 0, 10 * at + wide, height), sign)
        for at, (sign, wide) in enumerate(zip(signs, widths, strict=True))
    ]
    assert told(letters, shown={letters[-1].box: shown}) == expected


@pytest.mark.parametrize(
    ("left", "low", "bare", "whole"),
    [
        (11.5, 0, [], []),
        (12, 0, [(10 + 2 / 6, 1.25, 12 - 2 / 6, 7.0)], []),
        (14.5, 0, [(10 + 4.5 / 6, 1.25, 14.5 - 4.5 / 6, 7.0)], []),
        (22, 0, [(12, 1.25, 20, 7.0)], [(12, 1.25, 20, 7)]),
        (28, 0, [(12, 1.25, 26, 7.0)], [(12, 1.25, 26, 7)]),
        (22, 4.9, [(12, 6.15, 20, 11.9)], [(12, 6.15, 20, 11.9)]),
        (22, 5, [], [(12, 1.25, 18, 7), (14, 6.25, 20, 12)]),
        (22, -5, [], [(12, 1.25, 18, 7), (14, -3.75, 20, 2)]),
    ],
)
def test_places_are_between_words_of_a_line_and_beside_its_ends(
    left: float, low: float, bare: list[Box], whole: list[Box]
) -> None:
    before = Letter("a", 7, (0, 0, 10, 10), 10, 1, False, 0.5, 0.0)
    after = Letter("b", 10, (left, low, left + 10, low + 10), 8, 1, False, 0.5, 0.0)
    views: Any = Pictures([], Shown({}), Shown({}), 1.0)  # type: ignore[arg-type]  # as above
    found = list(_beside([before, after], views))
    boxes = [
        [each.box for each in found if each.view is view] for view in (views.bare, views.shown)
    ]
    assert boxes[0] == [pytest.approx(box) for box in bare]
    assert boxes[1] == [pytest.approx(box) for box in whole]
    assert all(each.is_end == (not bare) for each in found)
    for other in replace(after, sign="ب"), replace(after, height=0.0):
        assert bare or not list(_beside([before, other], views))


@pytest.mark.parametrize(
    ("sign", "high", "expected"),
    [
        ("a", 0, True), (" ", 0, False), (" ", 2.4, True), (" ", 2.5, False), ("\u200b", 7, False),
        ("\xad", 7, False), ("\xad", 1, True), ("ـ", 7, False), ("ـ", 1, True), ("—", 1, True),
    ],
)  # fmt: skip
def test_a_sign_that_counts_for_nothing_has_no_shape_but_a_bar(
    sign: str, high: float, expected: bool
) -> None:
    assert _is_drawn(letter((0, 0, 5, high), sign)) is expected


@pytest.mark.parametrize(
    ("box", "size", "expected"),
    [
        ((10, 20, 20, 28), 9.4, True),
        ((10, 20, 20, 28), 9.5, False),
        ((10, 20, 20, 28), 0, False),
        ((10, 19.9, 20, 28), 9, False),
        ((10, 27.9, 20, 35), 9, True),
        ((10, 28, 20, 35), 9, False),
        ((10, 30, 20, 35), 9, False),
        ((19.9, 20, 29.9, 28), 9, True),
        ((20, 20, 30, 28), 9, False),
        ((0.1, 20, 10.1, 28), 9, True),
        ((0, 20, 10, 28), 9, False),
    ],
)
def test_smaller_words_stand_right_over_a_letter(box: Box, size: float, expected: bool) -> None:
    sign = Letter("a", 0, box, size, 1, False, 0.5, 0.0)
    entered = Letter("b", 0, (10, 10, 20, 20), 10, 1, False, 0.5, 0.0)
    assert _stands_over([sign], [entered]) is expected
    assert not _stands_over([sign], [])
