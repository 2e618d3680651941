from __future__ import annotations

import pytest

from bluf.evidence.formats.pdf.flow import flow
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
        (("the cost", "is shared"), "the cost\nis shared\n"),
        ((f"the co{LINE_HYPHEN}", "st is shared"), f"the co{LINE_HYPHEN}st is shared\n"),
        (("the half-", "year"), "the half-year\n"),
        (("from 3 -", "as we heard"), "from 3 -\nas we heard\n"),
    ],
)
def test_a_line_ends_in_a_break_but_for_a_hyphen(texts: tuple[str, ...], read: str) -> None:
    assert "".join(piece.text for piece in flow({1: page(*texts)}, marks=True)) == read


def test_marks_of_notes_are_left_out_where_that_is_asked() -> None:
    pages = {1: page("the cost1 is shared", marks=((8, 9),))}
    read = {
        marks: "".join(piece.text for piece in flow(pages, marks=marks)) for marks in (True, False)
    }
    assert read == {True: "the cost1 is shared\n", False: "the cost is shared\n"}
    last = flow(pages, marks=False)[-1]
    assert (last.page, last.line, list(last.indexes)[:1]) == (1, 1, [9])
