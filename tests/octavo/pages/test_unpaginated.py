from __future__ import annotations

from typing import TYPE_CHECKING

from tests.octavo.pages.conftest import notes_of, reference

if TYPE_CHECKING:
    from collections.abc import Callable

    First = Callable[..., str]
    Grid = Callable[..., str]
    Text = Callable[..., str]


def test_a_note_moves_its_line_to_the_next_page(
    first_beyond: First, paragraph: Text, table: Grid
) -> None:
    body = paragraph("a") * 4 + reference(1)
    assert first_beyond(body, parts=notes_of(1)) == "paragraph 5 of 2"
    body = paragraph("a") * 2 + reference(1)
    assert first_beyond(body, parts=notes_of(1)) == "1"
    body = paragraph("a") * 4 + table([[reference(1)]])
    assert first_beyond(body, parts=notes_of(1)).startswith("table 1, row 1")
