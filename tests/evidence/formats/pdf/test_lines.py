from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument

from bluf.evidence.formats.pdf.lines import (
    _adjoin,
    _is_raised,
    _line,
    _marked,
    _middle,
    _parted,
    _rows,
    _whole,
    read_lines,
    turning,
)
from bluf.evidence.normal import LINE_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.evidence.formats.conftest import MakePdf, Shown

    from bluf.evidence.formats.pdf.messages import Box, PageLine


def read(make_pdf: MakePdf, page: Sequence[Shown]) -> list[PageLine]:
    document = PdfDocument(make_pdf(page))
    opened = document[0]
    text = opened.get_textpage()
    return list(read_lines(opened.raw, text.raw))


def lines(make_pdf: MakePdf, page: Sequence[Shown]) -> list[str]:
    return [line.text.strip() for line in read(make_pdf, page)]


def test_each_line_of_a_page_is_read(make_pdf: MakePdf) -> None:
    page = [(70, 700, "the cost is"), (70, 688, "shared by two")]
    assert lines(make_pdf, page) == ["the cost is", "shared by two"]


def test_the_text_of_a_page_is_asked_for_at_once(
    make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("pypdfium2.raw.FPDFText_GetUnicode")
    assert lines(make_pdf, [(70, 700, "words")]) == ["words"]


def test_each_character_has_the_number_that_the_page_gives_it(make_pdf: MakePdf) -> None:
    found = read(make_pdf, [(70, 700, "a😀b c"), (70, 688, "next")])
    assert [(line.text, list(line.numbers)) for line in found] == [
        ("a😀b c", [0, 1, 3, 4, 5]),
        ("next", [8, 9, 10, 11]),
    ]


def test_a_gap_that_may_part_columns_parts_a_line(make_pdf: MakePdf) -> None:
    page = [(70, 700, "the left one"), (300, 700, "the right one")]
    assert lines(make_pdf, page) == ["the left one", "the right one"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ([(70, 700, "the cost"), (120, 700, "of it"), (110, 700, ",")], "the cost, of it"),
        ([(70, 700, "the cost"), (110.3, 700, ".")], "the cost."),
        ([(70, 700, "ab"), (88, 700, "efg"), (106, 700, "ij"), (80, 700, "c")], "abc efg ij"),
        ([(70, 700, "the cost of"), (85, 700, "####")], "the cost of ####"),
        ([(70, 700, "约翰"), (85, 700, "基"), (80, 700, "‧")], "约翰‧基"),
    ],
)
def test_letters_are_read_as_they_stand_in_whatever_order_they_are_drawn(
    make_pdf: MakePdf, page: Sequence[Shown], expected: str
) -> None:
    assert lines(make_pdf, page) == [expected]


@pytest.mark.parametrize(
    ("letters", "height", "expected"), [("س7ع", 0.1, "سع"), ("س7ع", 1, "س7ع"), ("س77ع", 0.1, "سع")]
)
def test_what_lengthens_a_word_of_arabic_is_as_flat_as_no_letter(
    make_pdf: MakePdf, letters: str, height: float, expected: str
) -> None:
    """A file may name the bar by any letter, and set it in a font of any size that it scales."""
    parts = (
        b"BT /F 1 Tf 10 0 0 %f %d 700 Tm <%04x> Tj ET "
        % (10 * height if letter.isascii() else 10, 100 - 5 * at, ord(letter))
        for at, letter in enumerate(letters)
    )
    document = PdfDocument(make_pdf(b"".join(parts), [(50, 700, letters)]))
    opened = document[0]
    text = opened.get_textpage()
    (found,) = read_lines(opened.raw, text.raw)
    assert found.text == expected


def test_a_rule_made_of_bars_is_no_line(make_pdf: MakePdf) -> None:
    assert lines(make_pdf, [(70, 700, "ـــــ"), (70, 650, "س")]) == ["س"]


def test_a_page_that_is_not_turned_needs_no_turning(make_pdf: MakePdf) -> None:
    document = PdfDocument(make_pdf([(70, 700, "words")]))
    opened = document[0]
    assert turning(opened.raw) is None
    opened.set_rotation(180)
    turned = turning(opened.raw)
    assert turned is not None
    assert turned(turned((10, 20, 30, 40))) == (10, 20, 30, 40)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [(90, (20, 565, 40, 585)), (180, (565, 802, 585, 822)), (270, (802, 10, 822, 30))],
)
def test_a_turned_page_is_read_as_it_is_displayed(
    make_pdf: MakePdf, turns: int, expected: Box
) -> None:
    opened = PdfDocument(make_pdf([(70, 700, "words")]))[0]
    opened.set_rotation(turns)
    turned = turning(opened.raw)
    assert turned is not None
    assert turned((10, 20, 30, 40)) == expected


def test_a_page_that_is_cut_begins_where_it_is_cut(make_pdf: MakePdf) -> None:
    opened = PdfDocument(make_pdf([(70, 700, "words")]))[0]
    opened.set_cropbox(5, 7, 300, 400)
    turned = turning(opened.raw)
    assert turned is not None
    assert turned((10, 20, 30, 40)) == (5, 13, 25, 33)


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ((0, 11.6, 5, 19.7), True),
        ((0, 11.5, 5, 19), False),
        ((0, 12, 5, 20.2), False),
        ((0, 12, 5, 20.1), True),
        ((0, 9, 5, 16), False),
    ],
)
def test_a_mark_is_smaller_and_raised(box: Box, expected: bool) -> None:
    assert _is_raised(box, 10, 10) is expected


def places(*boxes: Box) -> dict[int, Box]:
    return dict(enumerate(boxes))


@pytest.mark.parametrize(
    ("text", "raised", "expected"),
    [
        ("cost1", {4}, ("cost1", ((4, 5),))),
        ("cost1", set(), ("cost1", ())),
        ("cost12", {4, 5}, ("cost12", ((4, 6),))),
        ("cost123", {4, 5, 6}, ("cost123", ((4, 7),))),
        ("cost1234", {4, 5, 6, 7}, ("cost1234", ())),
        ("cost*", {4}, ("cost*", ((4, 5),))),
        ("102", {2}, ("10²", ())),
        ("in 19993", {7}, ("in 19993", ((7, 8),))),
        ("in 199993", {8}, ("in 19999³", ())),
    ],
)
def test_raised_figures_are_marks_of_notes_or_powers(
    text: str, raised: set[int], expected: tuple[str, tuple[tuple[int, int], ...]]
) -> None:
    def box(at: int) -> Box:
        return (at, 5, at + 1, 10) if at in raised else (at, 0, at + 1, 10)

    assert _marked(text, range(len(text)), box, lambda at: box(at)[1], 10, 0) == expected


def test_figures_of_another_font_that_stand_on_the_line_are_no_marks() -> None:
    def box(at: int) -> Box:
        return (at, 5, at + 1, 10) if at > 2 else (at, 0, at + 1, 16)

    assert _marked("in 10", range(5), box, lambda _: 5.0, 16, 0) == ("in 10", ())


def test_an_arabic_line_is_as_high_as_its_highest_letter() -> None:
    """PDFium gives the box of the font for some letters, and for others that of their ink."""

    def box(at: int) -> Box:
        return (at, 0, at + 1, 16) if at == 2 else (at, 5, at + 1, 10)

    line = _line("وزير", range(4), box, lambda _: 5.0, 0)
    assert (line.size, line.bottom) == (16, 0)


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ([11], [(0, 11)]),  # one gap: 2.2 halves of the height of the letters
        ([11.1], [(0, 6), (6, 11)]),
        ([4, 4, 9], [(0, 23)]),
        ([4, 4, 9.1], [(0, 18), (18, 23)]),
        ([20, 4, 4], [(0, 6), (6, 23)]),
    ],
)
def test_gaps_wider_than_others_part_columns(
    gaps: list[float], expected: list[tuple[int, int]]
) -> None:
    text, boxes, left = "", [], 0.0
    for gap in [*gaps, 0]:
        boxes += [(left + at, 0, left + at + 1, 10) for at in range(6)]
        text, left = f"{text}words ", left + 5 + gap
    found = list(_parted(text.rstrip(), range(99), places(*boxes).__getitem__))
    assert found == expected


@pytest.mark.parametrize(("first", "expected"), [("abc", 1), ("item", 2)])
def test_the_sign_of_a_list_is_no_column(first: str, expected: int) -> None:
    text = f"{first} words"
    boxes = [
        (at + 30 * (at > len(first)), 0, at + 1 + 30 * (at > len(first)), 10) for at in range(12)
    ]
    found = list(_parted(text, range(99), places(*boxes).__getitem__))
    assert len(found) == expected


def test_the_middle_of_values() -> None:
    assert [_middle(each) for each in ([3.0], [2.0, 1.0], [9.0, 1.0, 2.0])] == [3, 2, 2]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ((14.9, 0, 20, 10), True),
        ((15, 0, 20, 10), False),
        ((-9, 0, -4.9, 10), True),
        ((-9, 0, -5, 10), False),
        ((12, 4.9, 20, 14.9), True),
        ((12, 5, 20, 15), False),
        ((12, -4.9, 20, 5.1), True),
        ((12, -5, 20, 5), False),
        ((11.9, 0, 20, 4), True),
        ((12, 0, 20, 4), False),
    ],
)
def test_boxes_adjoin_that_stand_side_by_side(other: Box, expected: bool) -> None:
    assert _adjoin((0, 0, 10, 10), other) is expected
    assert _adjoin(other, (0, 0, 10, 10)) is expected


@pytest.mark.parametrize(
    ("drop", "expected"), [(5, [(0, 5)]), (5.1, [(0, 3), (3, 5)]), (-5.1, [(0, 3), (3, 5)])]
)
def test_a_hyphen_parts_lines_that_stand_below_each_other(
    drop: float, expected: list[tuple[int, int]]
) -> None:
    boxes = [*[(0, 0, 5, 10)] * 3, *[(0, -drop, 5, 10 - drop)] * 2]
    assert list(_rows(f"ab{LINE_HYPHEN}cd", range(5), places(*boxes).__getitem__)) == expected


@pytest.mark.parametrize(
    ("signs", "second", "expected"),
    [
        ("אב\r\nגד", 10, [(0, 6)]),
        ("אב\r\nגד", 20, [(0, 2), (4, 6)]),
        ("א \r\n ד", 10, [(0, 6)]),
        ("ab\r\ncd", 10, [(0, 2), (4, 6)]),
        ("אב\r\ncd", 10, [(0, 2), (4, 6)]),
        ("ab\r\nגד", 10, [(0, 2), (4, 6)]),
        ("\r\n  ab", 10, [(2, 6)]),
    ],
)
def test_lines_from_the_right_that_adjoin_are_one(
    signs: str, second: float, expected: list[tuple[int, int]]
) -> None:
    boxes = [*[(0, 0, 10, 10)] * 4, *[(second, 0, second + 10, 10)] * 2]
    boxes = [
        (99, 99, 99, 99) if each == " " else box for each, box in zip(signs, boxes, strict=True)
    ]
    assert list(_whole(signs, range(6), places(*boxes).__getitem__)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the cost ", "the cost"),
        ("the cost-", f"the cost{LINE_HYPHEN}"),
        ("cost 3-", "cost 3-"),
        ("cost -", "cost -"),
    ],
)
def test_a_line_has_the_place_and_the_size_of_its_letters(text: str, expected: str) -> None:
    """The fourth letter is taller, a space has no size."""

    def box(at: int) -> Box:
        return (10.0 * at, 3 - (at == 3), 10 * at + 9, 13) if text[at] != " " else (0, 0, 0, 0)

    line = _line(text, range(len(text)), box, lambda at: box(at)[1], 5)
    assert line.text == expected
    assert (line.left, line.bottom, line.size, line.row) == (0, 3, 10, 5)
    assert line.right == 10 * len(text.rstrip()) - 1
    assert list(line.numbers) == list(range(len(expected)))
