from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from octavo.word.marked import _parsed, marked

if TYPE_CHECKING:
    from octavo.word.values import RichText


def test_a_line_end_between_marked_lines_stays_one() -> None:
    runs = [(text, look.bold, look.italic) for text, look in marked("**a**\n*b*")]
    assert runs == [("a", True, False), ("\n", False, False), ("b", False, True)]


@given(st.text(st.sampled_from("ab *_[]()\\!\n"), max_size=24))
def test_what_holds_no_markdown_is_not_parsed_and_reads_the_same(text: str) -> None:
    parsed = _parsed(text.strip("\n"))
    assert _whole(marked(text)) == _whole(parsed)


def _whole(rich: RichText) -> list[tuple[str, bool, bool, str]]:
    """The runs, those that look alike as one."""
    runs: list[tuple[str, bool, bool, str]] = []
    for words, look in rich:
        kind = (look.bold, look.italic, look.link or "")
        before = runs.pop()[0] if runs and runs[-1][1:] == kind else ""
        runs.append((before + words, *kind))
    return [run for run in runs if run[0]]


PIECES = (
    "**", "*", "_", "a", "É", "42", " ", ".", ",", "“", "”", "(", ")", "-", "**bold**",
    "**so it is**", "«**x**»", "[a](https://b.c)", "\\", "`", "<b>", "&amp;",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
@example("“**agreed** to **meet this year**”")
@example("**a** b**c** **d**")
def test_strong_words_are_those_of_the_whole_parser(text: str) -> None:
    assert _whole(marked(text)) == _whole(_parsed(text))
