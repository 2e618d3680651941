"""Quotations are looked up exactly, all in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bluf.evidence import match
from bluf.evidence.formats import text
from bluf.evidence.match import Searchable, _anchor, _before
from bluf.evidence.normal import LINE_HYPHEN, normalise
from bluf.evidence.quotation import Part
from bluf.evidence.text import SourceText
from bluf.evidence.verify import look_up
from bluf.evidence.words import ends_inside_word, starts_inside_word, word_matches
from octavo.location import TextLocation

if TYPE_CHECKING:
    from tests.evidence.conftest import SearchText

SAID = "They agreed to hold a dialogue later this year, the Minister said. He did not say when."


@pytest.mark.parametrize(
    "quote",
    [
        "agreed to hold",
        "agreed […] a dialogue",
        "agreed … a dialogue … the Minister",
        "agreed ... the Minister",
        "agreed [. . .] the Minister",
        "agreed (…) the Minister",
        "[t]hey agreed",
        "[T]hey agreed",
        "[The sides] agreed",
        "They [the sides] agreed",
        "agreed [sic] to hold",
        "agree[d] to hold",
        "hold[ing] a dialogue",
        "agre[eing] to hold",
        "[A] dialogue",
        "[a] dialogue",
        "hold [the] dialogue",
        "[h]e did not say",
    ],
)
def test_the_marks_of_a_quotation_are_understood(search: SearchText, quote: str) -> None:
    assert look_up(search(SAID), [quote])[0]


@pytest.mark.parametrize(
    "quote",
    [
        "greed to hold",
        "agreed to hol",
        "a dialogue … agreed",
        "they agreed",
        "[W]hey agreed",
        "agreed[…] a dialog",
        "agre[…] to hold",
        "They [in the end, after all,] said",
        "agree to hold",
        "[…]",
        "[T]",
        "[dis]agreed",
        "agree[d] hold",
        "…",
        "They agreed … in 2027",
        "a dialogue [of the Minister he did] when",
    ],
)
def test_what_does_not_stand_there_is_not_found(search: SearchText, quote: str) -> None:
    assert not look_up(search(SAID), [quote])[0]


def test_marks_may_belong_to_the_source(search: SearchText) -> None:
    source = search("It was [Rubio] who said … nothing [sic].")
    (passage,) = look_up(source, ["[Rubio] who said … nothing [sic]."])[0]
    assert passage.gaps == ()


def test_the_passage_that_leaves_out_least_is_meant(search: SearchText) -> None:
    source = search("we agreed. we met. we talked. we agreed.")
    (best, *_) = look_up(source, ["we … agreed"])[0]
    assert best.left_out == 1


def test_a_number_is_not_cut(search: SearchText) -> None:
    source = search("It costs 10.5 million, not 1,000 or -5 (-7).")
    for quote in ("costs 10", "5 million", "000 or", "5 (", "7"):
        assert not look_up(source, [quote])[0], quote
    assert look_up(source, ["10.5 million"])[0]


def test_an_elision_is_not_cut(search: SearchText) -> None:
    assert not look_up(search("We can't agree."), ["We can"])[0]
    assert look_up(search("L’accord est là."), ["accord est là"])[0]


def test_a_mark_above_a_letter_belongs_to_it(search: SearchText) -> None:
    assert not look_up(search("x̂ is the sign"), ["x"])[0]
    assert not look_up(search("the sign x̂"), ["̂"])[0]


def test_han_text_has_no_gaps_between_words(search: SearchText) -> None:
    source = search("双方同意在今年晚些\n时候举行战略对话。")
    (passage,) = look_up(source, ["今年晚些时候举行"])[0]
    assert source.place(passage.start) == TextLocation("a.txt", 1, 6)


WORDS = st.lists(
    st.text(st.characters(categories=["L", "N"], include_characters=",.;:-'“”—"), min_size=1),
    min_size=1,
    max_size=30,
)
"""Texts of any script, cut by blanks."""


@given(WORDS, st.data())
def test_any_words_of_a_source_are_found_at_their_place(
    words: list[str], data: st.DataObject
) -> None:
    original = " ".join(words)
    spans = [word.span() for word in word_matches(original)]
    assume(spans)
    start, _ = data.draw(st.sampled_from(spans))
    _, end = data.draw(st.sampled_from([span for span in spans if span[0] >= start]))
    source = Searchable(text.read(original.encode(), "a.txt"))
    normal = normalise(original).text
    origins = [source.normal.origin(offset) for offset in range(len(normal))]
    assume(start in origins)
    assume(not starts_inside_word(normal, origins.index(start)))
    assume(not ends_inside_word(normal, origins.index(end) if end in origins else len(normal)))
    (passages,) = look_up(source, [original[start:end]])
    assert TextLocation("a.txt", 1, start + 1) in [source.place(at.start) for at in passages]


@given(WORDS, st.data())
def test_one_letter_changed_is_never_verified(words: list[str], data: st.DataObject) -> None:
    original = " ".join(words)
    letters = [offset for offset, sign in enumerate(original) if sign.isalpha()]
    assume(letters)
    offset = data.draw(st.sampled_from(letters))
    letter = data.draw(st.characters(categories=["L"]))
    changed = f"{original[:offset]}{letter}{original[offset + 1 :]}"
    assume(normalise(changed).text != normalise(original).text)
    source = Searchable(text.read(original.encode(), "a.txt"))
    (passages,) = look_up(source, [changed])
    assert not passages


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Part("one two three"), (["one", "two", "three"], 0)),
        (Part("one two three", open_end=True), (["one", "two"], 0)),
        (Part("one two-year three"), (["one"], 0)),
        (Part("one two - three four"), (["one", "two"], 0)),
        (Part("one two -three four five"), (["one", "two"], 0)),
        (Part("one two three", frozenset({3})), (["one", "two", "three"], 0)),
        (Part("one two three", frozenset({0})), (["two", "three"], 4)),
        (Part("one two three", frozenset({6})), (["one"], 0)),
        (Part("one, two; three."), (["one", "two", "three"], 0)),
        (Part("one", open_end=True), ([], 0)),
    ],
)
def test_a_passage_is_looked_for_by_its_longest_run_of_firm_words(
    part: Part, expected: tuple[list[str], int]
) -> None:
    words, start = _anchor(part)
    assert (list(words), start) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [("We met—we will pay—he said.", True), ("Yes, met-we will pay-he said.", False)],
)
def test_a_dash_parts_words_and_a_hyphen_joins_them(
    search: SearchText, text: str, *, found: bool
) -> None:
    assert bool(look_up(search(text), ["we will pay"])[0]) is found


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("pre- war talks begin", (7, 26)),
        ("pre-war talks begin", (7, 26)),
        ("pre - war talks begin", None),
        ("met pre- war talks begin", (3, 26)),
        ("re- war talks begin", None),
    ],
)
def test_a_passage_over_lines_is_found_by_words_behind_its_hyphen(
    part: str, expected: tuple[int, int] | None
) -> None:
    source = Searchable(SourceText("a.pdf", f"We met pre{LINE_HYPHEN}war talks begin now.", (0,)))
    sought = Part(part)
    words, offset = _anchor(sought)
    assert list(words) == ["talks", "begin"]
    assert _before(source, sought, source.text.index("talks"), offset) == expected


def test_many_quotations_are_found_as_few_are() -> None:
    words = [f"word{number}" for number in range(300)]
    text = " ".join(words) + " co\ufffeoperation pre\ufffe and self-\ufffemade agreed that"
    source = Searchable(SourceText("a.txt", text, (0,)))
    there = [" ".join(words[at : at + 4]) for at in range(0, 280, 5)]
    there += ["word299 cooperation", "agree[d] that", "[W]ord7 word8", "word1 … word9", "-"]
    absent = [f"{quote} no" for quote in there[:40]]
    quotes = [*there, *absent, "ord8 word9", "pre- and self-made"]
    many = look_up(source, quotes)
    assert many == [look_up(source, [quote])[0] for quote in quotes]
    assert all(many[:40])
    assert not any(many[len(there) : len(there) + 40])


@given(
    st.lists(st.sampled_from(["so", "a", "no-", "\n", "-\n", "战", "b.", "—"]), max_size=24),
    st.lists(st.sampled_from(["so", "a so", "no-so", "a […] b", "so a", "[s]o", "no"]), min_size=1),
)
def test_few_quotations_are_found_as_many_are(words: list[str], quotes: list[str]) -> None:
    source = Searchable(text.read(" ".join(words).encode(), "a.txt"))
    apart = look_up(source, quotes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(match, "_FEW", 0)
        assert look_up(source, quotes) == apart
