from __future__ import annotations

import pytest
from tests.verification.conftest import words

from bluf.verification import QuotedAs, read_draft


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


def test_what_is_no_text_of_a_markdown_file_quotes_nobody() -> None:
    text = (
        '---\ntitle: "A title"\n---\n\n'
        '```json\n{"a": "b c"}\n```\n\n'
        '{{< img alt="a picture" >}} {% note "x y" %}\n\nHe said “we agree”.\n'
    )
    (quoted,) = read_draft(text.encode(), "draft.md").quoted
    assert (quoted.words, str(quoted.place)) == ("we agree", "draft.md:11:10")


@pytest.mark.parametrize(
    "text",
    [
        "~~~\n“x y”\n```\n~~~\n\n“a b”\n",
        "“a b”\n\n```\n“x y”\n",
        "``` js\n“x y”\n``` no end\n````\n“a b”\n",
    ],
)
def test_fenced_code_ends_with_its_fence_or_with_the_file(text: str) -> None:
    assert words(text) == [("a b", QuotedAs.MARKS)]


def test_code_in_a_line_and_in_a_page_quotes_nobody() -> None:
    text = (
        '`"x y"` and ``"x z"`` <pre class="a">"p q"</pre> “a b” <code>"r s"</code>\n\n'
        "<table>\n<td><pre>\n“k l”\n</pre>\n</table>\n\n<pre>\n“c d”\n"
    )
    assert [each for each, _ in words(text)] == ["a b", "c d"]  # nothing ends the last one
    page = '<p>“a b” <code>"x y" <code></code> <script>"z"</script> “c `d`” <code>'
    assert [each for each, _ in words(page, "draft.html")] == ["a b", "c `d`"]


def test_front_matter_may_be_json() -> None:
    assert words('{\n  "title": "A title"\n}\n\n“x y”\n') == [("x y", QuotedAs.MARKS)]
