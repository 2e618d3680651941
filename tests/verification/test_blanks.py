from __future__ import annotations

import pytest
from tests.verification.conftest import words

from bluf.verification import QuotedAs, read_draft


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
