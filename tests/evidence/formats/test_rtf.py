"""What rich text may hide: each limit with what lies at it, and one past it."""

from __future__ import annotations

import pytest

from bluf.evidence.formats.rtf import read
from bluf.evidence.formats.rtf.reader import _are_near, _is_light, _notes_last, _with_notes
from bluf.evidence.text import Edge

OPENS, CLOSES = "\ue001", "\ue002"
TABLE = (
    r"{\colortbl;\red255\green255\blue255;\red10\green20\blue30;"
    r"\red33\green20\blue30;\red34\green20\blue30;}"
)
"""The second and third colour are near to each other, the second and fourth are not."""


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (r"\red232\green232\blue232", True),
        (r"\red231\green255\blue255", False),
        (r"\red255\green255\blue231", False),
        ("", False),
    ],
)
def test_a_colour_is_light(entry: str, *, expected: bool) -> None:
    assert _is_light(entry) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([0, 0, 0], [23, 23, 23], True),
        ([0, 0, 0], [0, 0, 24], False),
        ([24, 0, 0], [0, 0, 0], False),
        ([], [0, 0, 0], False),
        ([0, 0, 0], [], False),
    ],
)
def test_two_colours_are_near(one: list[int], other: list[int], *, expected: bool) -> None:
    assert _are_near(one, other) is expected


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (r"\cf1 We", True),
        (r"\cf2 We", False),
        (r"\cf2\highlight2 We", True),
        (r"\cf3\cbpat2 We", True),
        (r"\cf4\cb2 We", False),
        (r"\cf0\cb0 We", False),
        (r"\cf2\cb9 We", False),
        (r"\cf9\cb9 We", False),
        (r"\cf5\cb2 We", False),
        ("We", False),
    ],
)
def test_letters_may_have_the_colour_of_their_ground(marks: str, *, expected: bool) -> None:
    file = rf"{{\rtf1{TABLE}{marks} meet}}"
    assert bool(read(file.encode(), "a.rtf").doubts) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\f3 We", True),
        (r"\f3\fs20 We", True),
        (r"\f3 W", False),
        (r"\f31 We", False),
        (r"\f2 We", False),
    ],
)
def test_words_are_set_in_a_font_of_signs(source: str, *, expected: bool) -> None:
    file = rf"{{\rtf1{{\fonttbl{{\f2 Arial;}}{{\f3\fcharset2 Wingdings;}}}}{source} 1}}"
    assert bool(read(file.encode(), "a.rtf").doubts) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"a{\footnote b}c", rf"a{{\u{0xE001}? b\u{0xE002}?}}c"),
        (r"a{\*\footnote b{c}\}d}e", rf"a{{\u{0xE001}? b{{c}}\}}d\u{0xE002}?}}e"),
        (
            r"{\footnote a}{\footnote b}",
            "".join(rf"{{\u{0xE001}? {each}\u{0xE002}?}}" for each in "ab"),
        ),
        (r"a{\footnote b", r"a{\footnote b"),
        (r"a{\footnotes b}", r"a{\footnotes b}"),
    ],
)
def test_a_note_stands_between_two_signs(source: str, expected: str) -> None:
    assert _with_notes(source) == expected


def test_notes_stand_behind_the_text_each_in_a_box_of_its_own() -> None:
    words = f"One{OPENS} a {CLOSES} two.\n{OPENS}b\nc{CLOSES}\n"
    assert _notes_last(words) == ("One two.\na\nb\nc", [(9, Edge.BOX), (11, Edge.BOX)])
    assert _notes_last("One.\n") == ("One.\n", [])


def test_each_line_ends_a_paragraph() -> None:
    text = read(rb"{\rtf1\ansi One\par two{\footnote three}\par}", "a.rtf")
    assert text.text.split() == ["One", "two", "three"]
    assert text.edges == ((4, Edge.PARAGRAPH), (8, Edge.BOX), (8, Edge.PARAGRAPH))


@pytest.mark.parametrize("thing", [rb"{\pict\pngblip 00}", rb"{\object\objemb 00}"])
def test_a_picture_is_in_doubt_where_it_stands(thing: bytes) -> None:
    text = read(rb"{\rtf1\ansi We " + thing + rb"fund it.}", "a.rtf")
    assert [text.text[each.start : each.end] for each in text.doubts] == ["\u200b"]


@pytest.mark.parametrize(
    ("mark", "kinds"),
    [
        (rb"\v", ["hidden"]),
        (rb"\fs5", ["very small"]),
        (rb"\fs50", []),
        (rb"\strike", ["struck"]),
        (rb"\b", []),
        (rb"{\colortbl;\red255\green255\blue255;}\cf1", ["white"]),
        (rb"{\fonttbl{\f3 Symbol;}{\f4 Webdings;}}\f3 We\f4", ["symbol"]),
    ],
)
def test_a_mark_puts_the_whole_file_in_doubt(mark: bytes, kinds: list[str]) -> None:
    text = read(rb"{\rtf1\ansi " + mark + rb" We fund it.}", "a.rtf")
    assert [(each.start, each.end) for each in text.doubts] == [(0, len(text.text))] * len(kinds)
    assert [each.cause.split(" text,")[0] for each in text.doubts] == [
        f"the file holds {kind}" for kind in kinds
    ]
