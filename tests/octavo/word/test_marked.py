from __future__ import annotations

from octavo.word.marked import marked


def test_a_line_end_between_marked_lines_stays_one() -> None:
    runs = [(text, look.bold, look.italic) for text, look in marked("**a**\n*b*")]
    assert runs == [("a", True, False), ("\n", False, False), ("b", False, True)]
