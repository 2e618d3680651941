from __future__ import annotations

import pytest

from bluf.verification import read_draft


def test_a_passage_has_its_place_and_its_line() -> None:
    (quoted,) = read_draft("One.\n\nHe said: “we agree”.\n".encode(), "draft.txt").quoted
    assert str(quoted.place) == "draft.txt:3:11"
    assert quoted.excerpt == "He said: “we agree”."


def test_a_passage_may_run_over_lines_and_not_over_paragraphs() -> None:
    text = "“one\ntwo” and “three\n\nfour”"
    found = read_draft(text.encode(), "draft.txt").quoted
    assert [(each.words, each.closed) for each in found] == [("one two", True), ("three", False)]


def test_a_passage_goes_on_behind_a_paragraph_that_opens_with_the_mark() -> None:
    found = read_draft("“One.\n\n“Two.”\n".encode(), "draft.md").quoted
    assert [(each.words, each.closed) for each in found] == [("One.", True), ("Two.", True)]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("“we agree” [release]", "release"),
        ("“we agree,” (release.pdf, p. 2)", "release.pdf, p. 2"),
        ("“we agree”.[^1]", "^1"),
        ("“we agree”²", "2"),
        ("“we agree” and more [release]", ""),
    ],
)
def test_a_bracket_or_a_note_behind_a_passage_names_its_source(text: str, reference: str) -> None:
    (quoted,) = read_draft(text.encode(), "draft.txt").quoted
    assert quoted.reference == reference


def test_a_block_whose_words_are_not_where_a_reader_sees_them_is_looked_up_all_the_same() -> None:
    page = "<p>Seen.</p><blockquote style='display:none'><p>Hidden words.</p></blockquote>"
    (quoted,) = read_draft(page.encode(), "draft.html").quoted
    assert (quoted.words, str(quoted.place)) == ("Hidden words.", "draft.html")


def test_a_draft_in_utf_16_is_read() -> None:
    (quoted,) = read_draft("“we agree”".encode("utf-16"), "draft.md").quoted
    assert quoted.words == "we agree"


def test_a_note_behind_a_passage_names_its_source() -> None:
    text = "He said “we *agree*”.[^1] And “we do not”.[^2]\n\n[^1]: release.txt, line 2\n"
    found = read_draft(text.encode(), "draft.md").quoted
    assert [each.reference for each in found] == ["release.txt, line 2", ""]
