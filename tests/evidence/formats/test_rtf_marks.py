"""What rich text sets for its letters is told by signs among them."""

from __future__ import annotations

import pytest

from bluf.evidence.formats.rtf import read
from bluf.evidence.formats.rtf.marks import KINDS, RichLook, marked, spans, styles_in


def held(body: str, look: RichLook | None = None) -> list[str]:
    """What holds for the letters of a group, in turn."""
    found = []
    for piece in marked("{" + body + "}", look or RichLook(), ()).split("{\\uc1\\u")[1:]:
        bits = int(piece.partition("?")[0]) - 0xE010
        found.append(" ".join(kind for at, kind in enumerate(KINDS) if bits >> at & 1))
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a", []),
        (r"{\v a}b", ["hidden", ""]),
        (r"\v a\v0 b", ["hidden", ""]),
        (r"\v a\plain b", ["hidden", ""]),
        (r"\fs5 a\fs6 b", ["very small", ""]),
        (r"\charscalex33 a\charscalex34 b", ["pressed", ""]),
        (r"\expndtw-73 a\expndtw-72 b", ["pressed", ""]),
        (r"\expndtw2001 a\expndtw2000 b", ["pressed", ""]),
        (r"\sl-143 a\sl-144 b\sl10 c", ["pressed", ""]),
        (r"\li6000\ri6001 a\pard b", ["pressed", ""]),
        (r"\super 2\nosupersub 3", ["raised", ""]),
        (r"{\field{\*\fldinst IF x}{\fldrslt a}}b", ["computed", ""]),
        (r"{\field{\*\fldinst {\b HYPERLINK x}}{\fldrslt a}}b", []),
        (r"{\field\flddirty{\*\fldinst REF x}{\fldrslt a}}", ["computed"]),
        (r"{\fonttbl\v a}", []),
    ],
)
def test_what_holds_for_letters_is_said_where_it_changes(body: str, expected: list[str]) -> None:
    assert held(body) == expected


def test_a_colour_is_held_against_the_ground_of_its_letters() -> None:
    look = RichLook(faint=frozenset({2}), celled=frozenset({3}), near=frozenset({(3, 3), (2, 2)}))
    assert held(r"\cf2 a", look) == ["white"]
    assert held(r"\cf2\chcbpat3 a", look) == []
    assert held(r"\cf3\chcbpat3 a", look) == ["white"]
    assert held(r"\cf3 a\intbl b", look) == ["white"]
    assert held(r"\highlight1 a", RichLook(dark=frozenset({1}))) == ["white"]


def test_a_style_sets_what_its_sheet_says() -> None:
    styles = styles_in(r"{\stylesheet{\s5\v Hid;}{\*\cs9\strike Out;}{\s0 Plain;}}")
    assert {name: styles[name].strip() for name in ("s5", "cs9")} == {
        "s5": r"\v",
        "cs9": r"\strike",
    }
    assert held(r"\s5 a", RichLook(styles=styles)) == ["hidden"]


def test_signs_are_taken_out_of_the_words() -> None:
    hidden, none = chr(0xE010 + 1), chr(0xE010)
    assert spans(f"We {hidden}not {none}fund.") == ("We not fund.", [(3, 7, 1)])
    assert spans(hidden) == ("", [])


def test_a_text_is_read_with_and_without_what_is_hidden() -> None:
    text = read(rb"{\rtf1\ansi We will {\v not }fund it.{\super 1}}", "a.rtf")
    assert text.text == "We will fund it."
    assert not text.doubts
    assert text.others[0].text == "We will not fund it.1"


def test_bytes_are_no_words_and_a_power_is_no_figure() -> None:
    text = read(rb"{\rtf1\ansi 10{\super 2} a\bin3 xyz b.}", "a.rtf")
    assert text.text == "10\u00b2 a b."
