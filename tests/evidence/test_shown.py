"""What a message shows of a source stands on one line, with what differs marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence.nearest import nearest
from bluf.evidence.normal import LINE_HYPHEN, normalise
from bluf.evidence.shown import _foreign, _marked, _own_span, comparison, listed, shown, visible

if TYPE_CHECKING:
    from tests.evidence.conftest import SearchText

FILLER = "Other words stand here and say nothing of it at all. "


def _compared(search: SearchText, text: str, quote: str) -> tuple[str, ...]:
    source = search(text)
    (near,) = nearest(source, [normalise(quote).text])
    assert near is not None
    return comparison(near, source)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\n  b\tc", "a b c"),
        ("a\u200bb", "a⟨U+200B⟩b"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        (f"co{LINE_HYPHEN}operate", "co-operate"),
        ("a\ue000", "a⟨U+E000⟩"),
    ],
)
def test_nothing_acts_or_hides(text: str, seen: str) -> None:
    assert visible(text) == seen


def test_sixty_characters_are_shown_and_more_are_cut() -> None:
    assert shown("x" * 60) == f"“{'x' * 60}”"
    assert shown("x" * 61) == f"“{'x' * 59}…”"
    assert shown("x" * 58 + " yz") == f"“{'x' * 58}…”"


@pytest.mark.parametrize(
    ("names", "said"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_listed(names: list[str], said: str) -> None:
    assert listed(names) == said


def test_what_differs_is_marked_on_both_sides(search: SearchText) -> None:
    text = FILLER + "They agreed to fund the crossing in 2027, he said. " + FILLER
    place, source, quoted = _compared(search, text, "They agreed to fund the bridge in 2027")
    assert place.startswith("nearest passage: ")
    assert source == "  source: They agreed to fund the >crossing< in 2027"
    assert quoted == "  quoted: They agreed to fund the >bridge< in 2027"


def test_a_word_that_only_one_side_has_is_marked_there(search: SearchText) -> None:
    _, source, quoted = _compared(
        search, "They did not agree to fund the crossing.", "They did agree to fund the crossing"
    )
    assert source == "  source: They did >not< agree to fund the crossing"
    assert quoted == "  quoted: They did agree to fund the crossing"


def test_what_stands_far_from_the_difference_is_cut(search: SearchText) -> None:
    lead, tail = "They met there and talked. " * 7, "So it was said by both of them. " * 7
    text = f"{lead}We will fund the crossing. {tail}".strip()
    quote = text.replace("crossing", "bridge")
    _, source, quoted = _compared(search, text, quote)
    for line, word in ((source, "crossing"), (quoted, "bridge")):
        before, after = line.partition(":")[2].strip().split(f">{word}<")
        assert before.startswith("…")
        assert after.endswith("…")
        assert 98 <= len(before) <= 102
        assert 98 <= len(after) <= 102


def test_spaces_alone_are_shown_where_nothing_else_differs(search: SearchText) -> None:
    _, source, quoted = _compared(search, "We will fund the cross roads.", "fund the crossroads")
    assert "cross" in source
    assert ">" in source + quoted


def test_a_letter_of_another_script_is_named(search: SearchText) -> None:
    lines = _compared(search, "We will fund the crossing.", "We will fund the crоssing")
    assert lines[-1] == "  “о” is U+043E CYRILLIC SMALL LETTER O"


def test_a_word_that_one_side_lacks_leaves_no_mark_far_in_either(search: SearchText) -> None:
    lead = "They met there and talked of it. " * 10
    text = f"{lead}They did not agree to fund it."
    _, source, quoted = _compared(search, text, text.replace("not ", ""))
    assert ">not<" in source
    assert "><" not in quoted


@pytest.mark.parametrize(
    ("size", "spans", "expected"),
    [
        (300, [(150, 153)], f"…{'x' * 100}>xxx<{'x' * 100}…"),
        (203, [(100, 103)], f"{'x' * 100}>xxx<{'x' * 100}"),
        (204, [(100, 103)], f"{'x' * 100}>xxx<{'x' * 100}…"),
        (204, [(101, 104)], f"…{'x' * 100}>xxx<{'x' * 100}"),
        (9, [(2, 3), (3, 3), (5, 7)], "xx>x<xx>xx<xx"),
        (9, [(0, 9)], ">xxxxxxxxx<"),
        (500, [(150, 151), (350, 351)], f"…{'x' * 100}>x<{'x' * 199}>x<{'x' * 100}…"),
    ],
)
def test_what_differs_is_marked_with_what_stands_around_it(
    size: int, spans: list[tuple[int, int]], expected: str
) -> None:
    assert _marked("x" * size, spans) == expected


def test_a_blank_that_differs_is_seen() -> None:
    assert _marked("a b", [(1, 2)]) == "a>␣<b"


def test_where_letters_are_the_same_the_signs_are_marked(search: SearchText) -> None:
    text = "A title. They said (so we read) that “it is so”: nobody knew, then."
    quote = "They said so we read that it is so; nobody knew, then"
    _, source, quoted = _compared(search, text, quote)
    assert source == "  source: They said >(<so we read>)< that >“<it is so>”:< nobody knew, then"
    assert quoted == "  quoted: They said so we read that it is so>;< nobody knew, then"


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 4), (0, 4)),
        ((4, 8), (4, 9)),
        ((5, 5), (6, 6)),
        ((13, 13), (14, 14)),
        ((9, 13), (10, 14)),
    ],
)
def test_a_stretch_stands_in_the_source_s_own_words(
    search: SearchText, span: tuple[int, int], expected: tuple[int, int]
) -> None:
    source = search("A  title. They  met today.")
    start, end = source.span(9, 22)
    assert (source.text[9:22], start, end) == ("They met toda", 10, 24)
    assert _own_span(source, 9, span, start, end) == expected


@pytest.mark.parametrize(
    ("quoted", "stands", "expected"),
    [
        ("abc", "abd", set()),
        ("аbc", "abc", {"а"}),
        ("αб", "аб", {"α"}),
        ("a\u200bb", "ab", {"\u200b"}),
        ("12", "ab", set()),
        ("", "аb", set()),
        ("abc", "абв", {*"abc", *"абв"}),
    ],
)
def test_letters_of_one_side_alone_are_foreign(
    quoted: str, stands: str, expected: set[str]
) -> None:
    assert _foreign(quoted, stands) == expected
