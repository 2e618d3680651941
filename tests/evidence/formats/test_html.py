"""A web page is read as a browser shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence import SourceError
from bluf.evidence.deception import deceptions
from bluf.evidence.formats import html
from bluf.evidence.match import Searchable
from bluf.evidence.verify import look_up

if TYPE_CHECKING:
    from bluf.evidence import SourceText


def read(page: str) -> SourceText:
    return html.read(page.encode(), "page.html")


def blocks(page: str) -> list[tuple[str, str]]:
    text = read(page)
    ends = [*text.starts[1:], len(text.text)]
    places = [str(place).removeprefix("page.html: body, ") for place in text.places]
    return [
        (text.text[start:end].strip(), place)
        for start, end, place in zip(text.starts, ends, places, strict=True)
    ]


def refusal(page: bytes, encoding: str | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        html.read(page, "page.html", encoding)
    (finding,) = caught.value.findings
    assert finding.hint
    return finding.rule


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>Secret.</p>",
        "<p style='color:red; DISPLAY : NONE'>Secret.</p>",
        "<p style='visibility:hidden'>Secret.</p>",
        "<p style='opacity:0'>Secret.</p>",
        "<p style='font-size:0px'>Secret.</p>",
        "<p style='color: rgba(0, 0, 0, 0)'>Secret.</p>",
        "<p style='position: absolute; left: -9999px'>Secret.</p>",
        "<p style='text-indent: -100em'>Secret.</p>",
        "<p style='max-height: 0; overflow: hidden'>Secret.</p>",
        "<p style='opacity:.0'>Secret.</p>",
        "<style>.s {position: absolute; clip: rect(0, 0, 0, 0)}</style><p class=s>Secret.</p>",
        "<p style='clip-path: inset(50%)'>Secret.</p>",
        "<p hidden>Secret.</p>",
        "<!-- Secret. -->",
        "<script>Secret.</script>",
        "<template><p>Secret.</template>",
        "<noscript>Secret.</noscript>",
        "<dialog>Secret.</dialog>",
        "<style>.x {display: none}</style><p class='a x'>Secret.</p>",
        "<style>#x {display: none}</style><p id=x>Secret.</p>",
        "<style>div > [data-x] b {display: none}</style><div><p data-x><b>Secret.</b></div>",
        "<style>i {display: none !important} i.x {display: block}</style><i class=x>Secret.</i>",
        "<style>@media screen { p.x {display: none} }</style><p class=x>Secret.</p>",
        "<style>/* x */ p.x, p.y {display: none}</style><p class=y>Secret.</p>",
    ],
)
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    assert read(f"{hidden}<p>Shown.</p>").text == "Shown.\n"


@pytest.mark.parametrize(
    "shown",
    [
        "<p style='opacity:0.5'>Open.</p>",
        "<p style='height: 0; left: -5px'>Open.</p>",
        "<p style='overflow: hidden; background-color: transparent'>Open.</p>",
        "<p aria-hidden=true>Open.</p>",
        "<dialog open>Open.</dialog>",
        "<details>Open.</details>",
        "<style>p {display: none} #x {display: block}</style><p id=x>Open.</p>",
        "<style>p {display: none} p {display: block}</style><p>Open.</p>",
        "<style>p {display: none}</style><p style='display: block'>Open.</p>",
        "<style>@media print { p {display: none} }</style><p>Open.</p>",
        "<style>@media print { @media all { p {display: none} } }</style><p>Open.</p>",
        "<style media=print>p {display: none}</style><p>Open.</p>",
        "<style>@keyframes f { from {opacity: 0} }</style><p>Open.</p>",
        "<style>p {color: red}</style><p>Open.</p>",
    ],
)
def test_what_is_shown_is_read(shown: str) -> None:
    assert read(shown).text == "Open.\n"


def test_a_word_cut_by_markup_stays_one_word() -> None:
    assert read("<p>We will fu<b>nd</b> it<br>in <i>2027</i>.</p>").text == (
        "We will fund it\nin 2027.\n"
    )


def test_blocks_are_counted_as_people_count_them() -> None:
    page = (
        "<h1>Title</h1><div>One<p>Two</p>Three</div>"
        "<table><tr><td>a<td>b<p>c</table>"
        "<style>span {display: block}</style><span>Four</span><span>Five</span>"
    )
    assert blocks(page) == [
        ("Title", "paragraph 1"),
        ("One", "paragraph 2"),
        ("Two", "paragraph 3"),
        ("Three", "paragraph 4"),
        ("a", "table 1, row 1, cell 1, paragraph 1"),
        ("b", "table 1, row 1, cell 2, paragraph 1"),
        ("c", "table 1, row 1, cell 2, paragraph 2"),
        ("Four", "paragraph 5"),
        ("Five", "paragraph 6"),
    ]


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        ("<p>Đurić</p>".encode(), None),
        ("<p>Đurić</p>".encode("utf-16"), None),
        ("\ufeff<p>Đurić</p>".encode(), None),
        ("<meta charset=windows-1250><p>Đurić</p>".encode("cp1250"), None),
        ("<p>Đurić</p>".encode("cp1250"), "windows-1250"),
    ],
)
def test_the_encoding_is_the_one_that_is_declared(page: bytes, encoding: str | None) -> None:
    assert html.read(page, "page.html", encoding).text == "Đurić\n"


def test_a_page_that_names_no_encoding_is_read_as_browsers_read_it() -> None:
    assert html.read(b"<p>\x93so\x94", "page.html").text == "“so”\n"
    assert html.read(b"<meta charset=utf-16><p>so", "page.html").text == "so\n"
    assert html.read(b"<meta charset=utf-8><p>a\xff", "page.html").text == "a\ufffd\n"


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert html.read(b"<meta charset=iso-8859-1><p>\x93so\x94", "page.html").text == "“so”\n"


def test_what_cannot_be_read_is_refused() -> None:
    assert refusal(b"<meta charset=rot13><p>a") == "encoding"
    assert refusal(b"<p>a", "klingon") == "encoding"
    assert refusal(b"") == "source-unreadable"
    assert refusal(b"<script>show()</script>") == "source-unreadable"
    assert refusal(b"<p>" + b"<div>" * 3000) == "limit-exceeded"
    assert refusal(b"<p " + b"a=b " * 6000 + b">x") == "limit-exceeded"
    assert refusal(b" " * (16 * 2**20 + 1)) == "limit-exceeded"


def test_broken_tags_take_no_long_time() -> None:
    assert read("<p>a</p>" + "<p <b <a " * 100_000).text == "a\n"


NEWS = """<!doctype html><html><head><title>Talks | News</title>
<style>.ad {display: none} .menu {display: none} .menu.open {display: block}</style></head>
<body><nav class="menu">Home News Sport</nav>
<article><h1>Talks in Belgrade</h1>
<p>The ministers <a href="x">agreed&nbsp;to open</a> the bridge &mdash; &ldquo;at last&rdquo;
&mdash; in&#32;2027.</p>
<aside class="ad">The ministers agreed to close the bridge.</aside></article>
<script>var a = "The ministers agreed to close the bridge.";</script></body></html>"""


def test_a_quotation_is_found_in_a_saved_news_page() -> None:
    source = Searchable(read(NEWS))
    quotes = [
        'The ministers agreed to open the bridge - "at last" - in 2027.',
        "The ministers agreed to close the bridge",
    ]
    (passage,), none = look_up(source, quotes)
    assert str(source.place(passage.start)) == "page.html: body, paragraph 2"
    assert none == ()


def test_a_mixed_word_of_a_page_is_shown_as_it_stands() -> None:
    source = Searchable(read("<p>We fund the crоssing.</p>"))
    (finding,) = deceptions(source, 0, len(source.text))
    assert str(finding.location) == "page.html: body, paragraph 1"
    assert finding.excerpt == "crоssing"
