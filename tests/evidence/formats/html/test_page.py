from __future__ import annotations

import pytest

from bluf.evidence.error import SourceError
from bluf.evidence.formats.html import sheets
from bluf.evidence.formats.html.page import (
    MOST_ATTRIBUTES,
    decode,
    in_both,
    parse,
    read,
    read_page,
)
from bluf.evidence.gathering import Piece
from octavo.location import FileLocation, TextLocation

PLACE = FileLocation("page.html")
HERE = TextLocation("a.html", 1)


def test_a_page_is_nested_four_hundred_deep_at_most() -> None:
    assert parse("<div>" * 398 + "a", PLACE) is not None  # within html and body
    with pytest.raises(SourceError, match="nested too deeply"):
        parse("<div>" * 399 + "a", PLACE)


def test_a_page_is_so_large_at_most() -> None:
    with pytest.raises(SourceError, match="the page is larger than 16 MiB"):
        read(b"<p>Words." + b" " * (16 * 1024 * 1024 - 8), "a.html")


@pytest.mark.parametrize("count", [MOST_ATTRIBUTES, MOST_ATTRIBUTES + 1])
def test_a_tag_has_so_many_attributes_at_most(count: int) -> None:
    page = b"<p" + b" a=1" * count + b">Words."
    if count == 5000:
        assert read(page, "a.html").text == "Words.\n"
    else:
        with pytest.raises(SourceError, match="more than 5000 attributes"):
            read(page, "a.html")


def test_an_element_that_closes_itself_is_open_but_for_those_without_content() -> None:
    page = parse("<p/>a<br/>b<svg><text/></svg>", PLACE)
    assert page is not None
    assert ["".join(each.itertext()) for each in page.iter("p")] == ["ab"]


@pytest.mark.parametrize("name", ["main", "section", "HEADER", "article"])
def test_a_page_without_its_body_tag_has_one(name: str) -> None:
    page = (
        f"<!doctype html><meta charset=utf-8><title>T</title><{name}><p>Seen.</p></{name}><p>Too."
    )
    assert read_page(page, "a.html").text == "Seen.\nToo.\n"


@pytest.mark.parametrize("rule", ["@media all", "@supports (display: block)", "&"])
def test_rules_of_style_are_nested_twelve_deep_at_most(rule: str) -> None:
    for deep in (12, 13):
        hiding = f"{rule} {{" * deep + ".gone {display: none}" + "}" * deep
        page = f"<style>{hiding}</style><p>Seen.<p class=gone>Gone."
        if deep == 12:
            assert read_page(page, "a.html").text == "Seen.\n"
        else:
            with pytest.raises(SourceError, match="nested too deeply"):
                read_page(page, "a.html")


def test_sheets_import_each_other_twelve_deep_at_most() -> None:
    page = '<link rel=stylesheet href="0"><p>Seen.<p class=gone>Gone.'
    for deep in (12, 13):
        chain = {str(at): f'@import "{at + 1}";'.encode() for at in range(deep)}
        chain[str(deep)] = b".gone{display:none}"
        if deep == 12:
            assert read_page(page, "a.html", chain).text == "Seen.\n"
        else:
            with pytest.raises(SourceError, match="nested too deeply"):
                read_page(page, "a.html", chain)


@pytest.mark.parametrize(
    ("signs", "shown"),
    [
        ("cHtkaXNwbGF5Om5vbmV9", "Seen."),
        ("cHtkaXNwbGF5Om5v bmV9", "Seen."),
        ("aXtkaXNwbGF5Om5vbmV9fQ", "Seen.\nAnd this."),
        ("cHtkaXNwbGF5Om5vbmV9Y", "Seen.\nAnd this."),
        ("cHtkaXNwbGF5Om5vbmV9%25", "Seen.\nAnd this."),
    ],
)
def test_a_sheet_in_its_address_is_decoded_as_browsers_do(signs: str, shown: str) -> None:
    link = f'<link rel=stylesheet href="data:text/css;base64,{signs}">'
    page = read_page(f"<!DOCTYPE html>{link}<div>Seen.</div><p>And this.</p>", "x.html")
    assert page.text.strip() == shown


def test_a_sheet_that_imports_itself_is_read_once() -> None:
    ring = {"0": b'@import "1"; .gone{display:none}', "1": b'@import "0"; @import "1";'}
    page = '<link rel=stylesheet href="0"><p>Seen.<p class=gone>Gone.'
    assert read_page(page, "a.html", ring).text == "Seen.\n"


@pytest.mark.parametrize(("most", "refused"), [(1, False), (0, True)])
def test_a_page_with_more_rules_than_are_read_is_refused(
    monkeypatch: pytest.MonkeyPatch, most: int, *, refused: bool
) -> None:
    monkeypatch.setattr(sheets, "MOST_RULES", most)
    page = "<style>b{color:red}.gone{display:none}</style><p>Seen.<p class=gone>Gone."
    if refused:
        with pytest.raises(SourceError, match="more rules of style"):
            read_page(page, "a.html")
    else:
        assert read_page(page, "a.html").text == "Seen.\n"


def test_what_a_page_says_of_its_encoding_stands_at_its_beginning() -> None:
    said = b"<meta charset=windows-1251"
    for more in (0, 1):
        data = b" " * (65536 + more - len(said)) + said + b"><p>\xff"
        if more:
            with pytest.raises(SourceError, match="“windows-125” is not an encoding"):
                decode(data, PLACE, None)
        else:
            assert decode(data, PLACE, None).endswith("<p>я")


def pieces(*texts: str, doubts: tuple[str, ...] = ()) -> list[Piece]:
    return [Piece(text, HERE, doubts) for text in texts]


def test_what_one_of_the_two_shows_is_in_doubt() -> None:
    found = in_both(pieces("same", "light", "end"), pieces("same", "end"))
    assert [(each.text, each.doubts) for each in found] == [
        ("same", ()),
        ("light", ("it is not shown in dark colours",)),
        ("end", ()),
    ]


def test_other_words_in_dark_colours_are_told_in_their_place() -> None:
    *_, last = in_both(pieces("same"), pieces("same", "dark"))
    assert (last.text, last.doubts) == ("\u200b", ("other words are shown in dark colours",))


def test_a_doubt_of_either_is_one_of_both_and_stands_once() -> None:
    (one,) = in_both(pieces("a", doubts=("x",)), pieces("a", doubts=("x", "y")))
    assert one.doubts == ("x", "y")
