from __future__ import annotations

import pytest

from bluf.checks import read_markdown
from bluf.checks.rules.document import empty_heading
from bluf.checks.rules.markdown import _cells, broken_table


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("a", 1),
        ("| a |", 1),
        ("| a | b |", 2),
        (" | a | b | ", 2),
        ("a | b", 2),
        ("| a \\| b |", 1),
        ("| a | b \\|", 2),
        ("| a | | c |", 3),
        ("||", 1),
    ],
)
def test_bars_part_cells(line: str, count: int) -> None:
    assert _cells(line) == count


HEAD = "| a | b |\n|---|---|\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (HEAD + "| 1 | 2 |\n", []),
        (HEAD + "| 1 |\n", []),
        (HEAD + "| 1 | 2 | 3 |\n", [3]),
        (HEAD + "| 1 | 2 |\n| 1 | 2 | 3 |\n", [4]),
        ("Text.\n\n" + HEAD + "| 1 | 2 | 3 |\n", [5]),
        ("| a | b |\n| 1 | 2 |\n", [1]),
        ("| a | b |\n", []),
        ("Text.\n\n| a |\n| b |\nText.\n", [3]),
        ("a | b\nc | d\n", []),
    ],
)
def test_rows_fall_apart_at_their_lines(text: str, lines: list[int]) -> None:
    found = broken_table.find(read_markdown("a.md", text))
    assert [getattr(each.location, "line", 0) for each in found] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("## Head\n", []),
        ("##\n", [1]),
        ("Text.\n\n##\n", [3]),
        ("## ![A map](map.png)\n", []),
        ("## [](https://example.org)\n", [1]),
        ("##  \n\n![A map](map.png)\n", [1]),
    ],
)
def test_a_heading_shows_words_or_a_picture(text: str, lines: list[int]) -> None:
    found = empty_heading.find(read_markdown("a.md", text))
    assert [getattr(each.location, "line", 0) for each in found] == lines


def test_words_are_found_on_their_line_of_a_paragraph() -> None:
    file = read_markdown("a.md", "One.\n\nTwo\nthree\nfour\n")
    place, line = file.passages[1].locate("four")
    assert (getattr(place, "line", 0), line) == (5, "four")
