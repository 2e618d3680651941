from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from octavo.expressions import FaultError, reader_of_marks
from octavo.markdown.escape import (
    _Writer,
    escape,
    escape_marked,
    escape_picture,
    escape_target,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
FRAMES = {
    "paragraph": "{}",
    "in the middle": "a {} b",
    "heading": "# {}",
    "list item": "- {}",
    "numbered": "1. {}",
    "quoted": "> {}",
    "cell": "| h |\n|---|\n| {} |",
    "strong": "**{}**",
}
NASTY = st.text(
    st.one_of(
        st.sampled_from("\\`*_{}[]()<>#+-.!|~&;:=\"' \n\t1a"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


def said(markdown: str) -> str:
    """The text a reader sees, blanks folded; markup of any kind but the frame's own fails."""
    return " ".join("".join(_said(token) for token in READER.parse(markdown)).split())


def _said(token: Token) -> str:
    if token.children is not None:
        return "".join(_said(child) for child in token.children)
    if token.type == "html_inline":
        assert token.content == "<br>"
        return "\n"
    assert token.type not in {"code_inline", "code_block", "fence", "html_block", "image"}
    assert token.type not in {"link_open", "em_open", "s_open", "hr"}
    return "\n" if token.type in {"softbreak", "hardbreak"} else token.content


def seen(value: str) -> str:
    """The value as any reader of text would show it: control characters have no shape."""
    shown = re.sub(r"[\x00-\x08\x0e-\x1f\x7f]", "", value.replace("\t", " "))
    return " ".join(shown.split())


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
@given(value=NASTY)
def test_every_value_prints_as_typed_wherever_it_stands(frame: str, value: str) -> None:
    anchored = f"x{value}x" if frame.startswith("**") else value
    frame_text = said(frame.format("\u2603"))
    expected = seen(frame_text.replace("\u2603", seen(anchored)))
    assert said(frame.format(escape(anchored))) == expected


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a|b", r"a\|b"),
        ("two\nlines", "two<br>lines"),
        ("two\r\nlines", "two<br>lines"),
        ("# no heading", r"\# no heading"),
        ("1. no list", r"1\. no list"),
        ("2026", "2026"),
        ("3.5 million", "3.5 million"),
        ("AT&T &amp; co", r"AT&T &amp;amp; co"),
        ("<b>", r"\<b\>"),
        ("a\x07b", "ab"),
        ("plain, ordinary (text) – with “marks”!", "plain, ordinary (text) – with “marks”!"),
    ],
)
def test_only_what_would_be_markup_is_escaped(value: str, written: str) -> None:
    assert escape(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a *b* **c** _d_ __e__", "a *b* **c** *d* **e**"),
        ("[w](https://example.org/a_(b))", "[w](https://example.org/a_%28b%29)"),
        ("[w](javascript:alert(1))", r"\[w\](javascript:alert(1))"),
        ("[w](notes.md)", "w"),
        ("`x` <b> | # y", r"\`x\` \<b\> \| # y"),
        ("two\n\nparagraphs", "two paragraphs"),
    ],
)
def test_a_little_markdown_keeps_emphasis_and_links_alone(value: str, written: str) -> None:
    assert escape_marked(value) == written


@given(
    st.lists(
        st.sampled_from(["**", "*", "a", "É", " ", "1.", "#", "“", "|", "<b>", "&amp;", "**so**"])
    )
)
def test_strong_words_are_written_as_the_whole_parser_does(pieces: list[str]) -> None:
    text = " ".join("".join(pieces).split())
    (inline,) = reader_of_marks().parseInline(text)
    assert escape_marked(text) == _Writer().write(inline.children or [])


def test_a_target_cannot_be_left() -> None:
    assert escape_target("https://example.org/a b)|<c>") == "https://example.org/a%20b%29%7C%3Cc%3E"
    assert escape_target("notes.md#x") == "notes.md#x"


def test_a_target_of_another_scheme_is_refused() -> None:
    with pytest.raises(FaultError, match="http, https or mailto"):
        escape_target("javascript:alert(1)")


def test_a_target_that_turns_the_direction_of_writing_is_refused() -> None:
    with pytest.raises(FaultError, match="turns the direction"):
        escape_target("https://example.org/\u202egpj.exe")
    assert escape_marked("[w](https://example.org/\u202e)") == "w"


@pytest.mark.parametrize("where", ["https://example.org/a.png", "//example.org/a.png", "data:x"])
def test_a_picture_from_elsewhere_is_refused(where: str) -> None:
    with pytest.raises(FaultError, match="a picture lies beside the file"):
        escape_picture(where)


def test_a_picture_beside_the_file_is_shown() -> None:
    assert escape_picture("pictures/a b.png") == "pictures/a%20b.png"
