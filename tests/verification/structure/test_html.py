from __future__ import annotations

from tests.verification.conftest import words

from bluf.verification import QuotedAs, read_draft


def test_a_web_page_quotes_by_its_elements() -> None:
    page = (
        "<p>He said <q>we agree</q>.<blockquote><p>They met.</p><p><cite>X</cite></p>"
        "<footer><p>— X</p></footer></blockquote>"
        "<blockquote>Bare <cite>Y</cite></blockquote>"
        "<table><tr><th>Quotation</th></tr><tr><td>In a cell</td></tr></table>"
    )
    assert words(page, "draft.html") == [
        ("we agree", QuotedAs.BLOCK),
        ("They met.", QuotedAs.BLOCK),
        ("Bare", QuotedAs.BLOCK),
        ("In a cell", QuotedAs.CELL),
    ]


def test_a_heading_of_quotations_needs_its_cells() -> None:
    page = "<table><tr><th>Side</th><th>Quote</th></tr><tr><td>A</td></tr></table><p>“x y”"
    assert words(page, "draft.html") == [("x y", QuotedAs.MARKS)]


def test_a_web_page_says_in_which_encoding_it_is() -> None:
    page = '<meta charset="windows-1252"><blockquote>Caf\u00e9 society</blockquote>'
    (quoted,) = read_draft(page.encode("windows-1252"), "draft.html").quoted
    assert quoted.words == "Caf\u00e9 society"


def test_a_link_on_the_page_is_no_note() -> None:
    page = '<p>“x y” <a href="#top">top</a><p id="top">release.txt'
    assert read_draft(page.encode(), "draft.html").quoted[0].reference == ""
