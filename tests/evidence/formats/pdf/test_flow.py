from __future__ import annotations

import pytest

from bluf.evidence.formats.pdf.flow import (
    _between,
    _by_column,
    _downwards,
    _is_margin_note,
    _narrowed,
    _rejoined,
    flow,
    pieces,
)
from bluf.evidence.formats.pdf.messages import PageLine, PageLines
from bluf.evidence.normal import LINE_HYPHEN


def page(*texts: str, marks: tuple[tuple[int, int], ...] = ()) -> PageLines:
    lines = (
        PageLine(text, (100 * at,), 70, 700 - 12 * at, 400, 10, at, marks if at == 0 else ())
        for at, text in enumerate(texts)
    )
    return PageLines(tuple(lines), 842)


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        (("the cost", "is shared"), "the cost is shared\n"),
        ((f"the co{LINE_HYPHEN}", "st is shared"), f"the co{LINE_HYPHEN}st is shared\n"),
        (("the half-", "year"), "the half-year\n"),
        (("from 3 -", "as we heard"), "from 3 - as we heard\n"),
        (("from 3 -", "4"), "from 3 - 4\n"),
        (("from 3-", "(or 4)"), "from 3- (or 4)\n"),
        (("2024", "–2025"), "2024–2025\n"),
        (("2024", "– 2025"), "2024\n– 2025\n"),
        (("2024", "–5 degrees"), "2024–5 degrees\n"),
        (("2024,", "—2025"), "2024,\n—2025\n"),
        (("2024", ".2025"), "2024 .2025\n"),
        (("外交部长郑义", "溶强调"), "外交部长郑义溶强调\n"),
        (("外交部长 Lee", "强调"), "外交部长 Lee 强调\n"),
    ],
)
def test_a_line_that_goes_on_ends_in_a_space_but_for_a_hyphen(
    texts: tuple[str, ...], read: str
) -> None:
    assert "".join(piece.text for piece in pieces(flow({1: page(*texts)})[0], marks=True)) == read


def test_marks_of_notes_are_left_out_where_that_is_asked() -> None:
    pages = {1: page("the cost1 is shared", marks=((8, 9),))}
    read = {
        marks: "".join(piece.text for piece in pieces(flow(pages)[0], marks=marks))
        for marks in (True, False)
    }
    assert read == {True: "the cost1 is shared\n", False: "the cost is shared\n"}
    last = list(pieces(flow(pages)[0], marks=False))[-1]
    assert (last.page, last.line, list(last.indexes)[:1]) == (1, 1, [9])


def line(text: str, bottom: float, left: float = 70, right: float = 400, **more: float) -> PageLine:
    """A line of ten points of height, of its own row unless ``row`` is told."""
    size, row = more.get("size", 10), more.get("row", bottom)
    return PageLine(text, (0,), left, bottom, right, size, int(row))


def said(lines: list[PageLine]) -> str:
    return " ".join(each.text for each in lines)


def told(*pages: list[PageLine]) -> str:
    """The words of some pages in the order they are read, on paper 1000 points high."""
    whole = {at: PageLines(tuple(page), 1000) for at, page in enumerate(pages, 1)}
    return " ".join(
        piece.text.strip() for part in flow(whole) for piece in pieces(part, marks=True)
    )


@pytest.mark.parametrize(
    ("below", "one", "expected"),
    [
        (682, 688, "a b c"),
        (681.9, 688, "a c b"),
        (660.1, 680, "a c b"),
        (660, 680, "a b c"),
        (670, 675, "a b c"),
        (670, 675.1, "a c b"),
        (670, 694.9, "a c b"),
        (670, 695, "a b c"),
    ],
)
def test_a_line_is_read_between_those_it_stands_between(
    below: float, one: float, expected: str
) -> None:
    assert said(_between([line("a", 700), line("b", below), line("c", one)])) == expected


@pytest.mark.parametrize(("left", "expected"), [(50, "a b c"), (49, "a c b")])
def test_lines_share_a_column_that_share_more_than_half(left: float, expected: str) -> None:
    lines = [line("a", 700, 0, 100), line("b", 670, 0, 100), line("c", 685, left, left + 100)]
    assert said(_between(lines)) == expected


@pytest.mark.parametrize(
    ("above", "expected"), [(719.9, "b a"), (720, "a b"), (700, "a b"), (690, "a b")]
)
def test_lines_that_go_upwards_are_turned_round(above: float, expected: str) -> None:
    assert said(_downwards([line("a", 700), line("b", above)])) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (0, 105, (105, 120)),
        (0, 110, (110, 120)),
        (110, 200, (100, 110)),
        (0, 90, (100, 120)),
        (130, 200, (100, 120)),
        (0, 111, None),
        (109, 200, None),
    ],
)
def test_a_gutter_is_what_lines_leave_of_it(
    left: float, right: float, expected: tuple[float, float] | None
) -> None:
    assert _narrowed((100, 120), [line("a", 0, left, right)]) == expected


@pytest.mark.parametrize(
    ("gap", "second", "step", "expected"),
    [
        (20, True, 12, "a c b d"),
        (20, False, 12, "a b c"),
        (20.1, False, 12, "a c b"),
        (20, True, 19.9, "a c b d"),
        (20, True, 20, "a b c d"),
    ],
)
def test_lines_with_gaps_under_each_other_are_read_by_column(
    gap: float, second: bool, step: float, expected: str
) -> None:
    rows = [line("a", 700, 0, 100, row=1), line("b", 700, 100 + gap, 200, row=1)]
    rows.append(line("c", 700 - step, 0, 100, row=2))
    if second:
        rows.append(line("d", 700 - step, 100 + gap, 200, row=2))
    assert said(_by_column(rows)) == expected


@pytest.mark.parametrize(
    ("left", "expected"), [(0, "a c e b d f"), (50, "a c b d e f"), (160, "a c b d e f")]
)
def test_columns_go_down_to_a_row_that_stands_in_their_gap(left: float, expected: str) -> None:
    rows = [line(text, 700, 130 * at, 130 * at + 100, row=1) for at, text in enumerate("ab")]
    rows += [line(text, 688, 130 * at, 130 * at + 100, row=2) for at, text in enumerate("cd")]
    rows += [line("e", 676, left, left + 100, row=3), line("f", 676, 270, 330, row=3)]
    assert said(_by_column(rows)) == expected


@pytest.mark.parametrize(("size", "step", "expected"), [(10, 19.9, "a b"), (10, 20, "b a")])
def test_lines_below_each_other_are_near(size: float, step: float, expected: str) -> None:
    assert said(_downwards([line("b", 700 - step), line("a", 700, size=size)])) == expected


BODY = [line(f"words{at},", 600 - 12 * at) for at in range(8)]
READ = " ".join(each.text for each in BODY)


@pytest.mark.parametrize(
    ("text", "bottom", "apart"),
    [
        ("7", 90, True),
        ("7", 90.1, False),
        ("page 7 of 9", 90, True),
        ("Title", 90, True),
        ("a sentence,", 90, False),
        ("7", 900, True),
        ("7", 899.9, False),
    ],
)
def test_a_lone_line_in_the_margin_stands_apart(text: str, bottom: float, apart: bool) -> None:
    head = bottom > 600
    page = [line(text, bottom), *BODY] if head else [*BODY, line(text, bottom)]
    expected = f"{READ} {READ} {text}" if apart else f"{READ} {text} {READ}"
    if head:
        expected = f"{READ} {READ} {text}" if apart else f"{text} {READ} {READ}"
    assert told(page, BODY) == expected


@pytest.mark.parametrize(("bottom", "apart"), [(840.1, True), (840, False)])
def test_what_is_repeated_at_the_head_stands_apart(bottom: float, apart: bool) -> None:
    head = line("of the ministry,", bottom)
    words = head.text
    expected = f"{READ} {READ} {words} {words}" if apart else f"{words} {READ} {words} {READ}"
    assert told([head, *BODY], [head, *BODY]) == expected


@pytest.mark.parametrize(("count", "apart"), [(6, 6), (7, 6)])
def test_a_head_has_so_many_lines(count: int, apart: int) -> None:
    head = [line(f"of the ministry, part {'abcdefg'[at]},", 980 - 12 * at) for at in range(count)]
    words = [each.text for each in head]
    moved = " ".join(words[:apart])
    left = " ".join([*words[apart:], READ])
    assert told([*head, *BODY], [*head, *BODY]) == f"{left} {left} {moved} {moved}"


@pytest.mark.parametrize(("size", "apart"), [(9.2, True), (9.3, False)])
def test_small_print_at_the_foot_stands_apart(size: float, apart: bool) -> None:
    note = line("note of it,", 500, size=size)
    expected = f"{READ} {READ} {note.text}" if apart else f"{READ} {note.text} {READ}"
    assert told([*BODY, note], BODY) == expected


@pytest.mark.parametrize(
    ("bottom", "left", "text", "count", "leaps"),
    [
        (640, 399, "and", 3, False),
        (639.9, 399, "and", 3, True),
        (660, 500, "and", 3, False),
        (659.9, 500, "and", 3, True),
        (659.9, 500, "and.", 3, False),
        (685, 500, "and", 3, False),
        (685.1, 500, "and", 3, True),
        (685.1, 500, "and", 4, False),
        (639.9, 500, "and.", 3, False),
        (639.9, 500, "and.”", 3, False),
    ],
)
def test_lines_leap_that_stand_far_apart_or_beside_short_ones(
    bottom: float, left: float, text: str, count: int, leaps: bool
) -> None:
    before = [line("x,", 680 + 12 * (count - at)) for at in range(1, count)]
    first = [*before, line(text, 680)]
    after = [line("y,", bottom - 12 * at, left, 800) for at in range(count)]
    pages = {1: PageLines((*first, *after), 3000)}
    assert [piece.leaps for part in flow(pages) for piece in pieces(part, marks=True)].count(
        True
    ) == leaps


@pytest.mark.parametrize(
    ("text", "away", "sizes", "expected"),
    [
        ("Title", 18.1, (10, 10), True),
        ("Title", 18, (10, 10), False),
        ("Title", -18.1, (10, 10), True),
        ("Title", 21.5, (12, 10), False),
        ("Title", 21.7, (10, 12), True),
        ("a sentence,", 99, (10, 10), False),
        ("Title", None, (10, 10), False),
        (" 7 ", 1, (10, 10), True),
        ("7", None, (10, 10), True),
    ],
)
def test_a_title_in_the_margin_stands_by_itself(
    text: str, away: float | None, sizes: tuple[float, float], expected: bool
) -> None:
    inner = None if away is None else line("Words", 500 + away, size=sizes[1])
    assert _is_margin_note(line(text, 500, size=sizes[0]), inner) is expected


@pytest.mark.parametrize(
    ("above", "below", "read"),
    [
        ((70, 400), (70, 400), ["Juan", "Manuel Gomez", "who came"]),
        ((70, 400), (300, 400), ["Juan", "Manuel", "Gomez", "who came"]),
        ((70, 140), (70, 400), ["Juan", "Manuel", "Gomez", "who came"]),
        ((310, 400), (70, 400), ["Juan", "Manuel", "Gomez", "who came"]),
    ],
)
def test_a_gap_that_the_lines_over_and_under_it_have_not_parts_nothing(
    above: tuple[float, float], below: tuple[float, float], read: list[str]
) -> None:
    row = line("Manuel", 688, 70, 150, row=7), line("Gomez", 688, 300, 400, row=7)
    whole = _rejoined((line("Juan", 700, *above), *row, line("who came", 676, *below)))
    assert [each.text for each in whole] == read
    assert all(len(each.numbers) == len(each.text) for each in whole)


def test_rows_further_away_or_drawn_backwards_stay_in_parts() -> None:
    row = line("Manuel", 688, 70, 150, row=7), line("Gomez", 688, 300, 400, row=7)
    first, last = line("Juan", 708, 70, 400), line("who came", 668, 70, 400)
    assert len(_rejoined((first, *row, last))) == 4
    first, last = line("Juan", 700, 70, 400), line("who came", 676, 70, 400)
    assert len(_rejoined((first, *row[::-1], last))) == 4
    assert len(_rejoined((first, *row))) == 3
