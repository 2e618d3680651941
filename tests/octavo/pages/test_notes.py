"""Footnotes as LibreOffice 7.4 sets them: 124 twips above the first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.octavo.pages.conftest import notes_of, reference

if TYPE_CHECKING:
    from collections.abc import Callable

    Height = Callable[..., int]
    Grid = Callable[..., str]
    Obstacle = Callable[..., str]
    Text = Callable[..., str]

LINE = 230
DIVIDER = 124


def test_notes_take_room_at_the_foot(height: Height) -> None:
    assert height(reference(1), parts=notes_of(1)) == LINE + DIVIDER + LINE
    body = reference(1) + reference(2)
    assert height(body, parts=notes_of(3)) == 2 * LINE + DIVIDER + 2 * LINE
    assert height(reference(1)) == LINE + DIVIDER


def test_notes_share_the_space_between_them(height: Height) -> None:
    spaced = notes_of(1, '<w:spacing w:before="60" w:after="40"/>')
    assert height(reference(1), parts=spaced) == LINE + DIVIDER + LINE + 60


def test_a_note_is_held_to_the_allow_list(obstacle: Obstacle) -> None:
    assert (
        obstacle(reference(1), parts=notes_of(1, '<w:textDirection w:val="tbRl"/>'))
        == "turned text"
    )
    assert obstacle("<w:p/>", parts=notes_of(1, '<w:textDirection w:val="tbRl"/>')) == ""


def test_the_number_is_raised_where_there_is_a_style_for_it(height: Height) -> None:
    style = (
        '<w:style w:type="character" w:styleId="R"><w:name w:val="Footnote Reference"/></w:style>'
    )
    indent = '<w:ind w:right="{}"/>'
    width = 111 + 389
    tight = notes_of(1, indent.format(9638 - width))
    assert height(reference(1), parts=tight) == LINE + DIVIDER + 2 * LINE
    assert height(reference(1), parts=tight, styles=style) == LINE + DIVIDER + LINE


def test_a_note_of_a_table_alone_is_measured(height: Height, table: Grid, paragraph: Text) -> None:
    notes = f'<w:footnote w:id="1">{table([[paragraph("n")]])}</w:footnote>'
    assert height(reference(1), parts={"footnotes": notes}) == LINE + DIVIDER + LINE


def test_a_row_stays_on_the_page_that_has_room_for_its_notes(
    height: Height, table: Grid, paragraph: Text
) -> None:
    plain = height(table([[paragraph("a")], [paragraph("b")]]))
    noted = height(table([[paragraph("a")], [reference(1)]]), parts=notes_of(1))
    assert noted == plain + DIVIDER + LINE
