"""A list finds what a plain expression of its entries would find, whatever makes it faster."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import astuple

from bluf.languages import expression, language, languages, pattern
from bluf.languages.pattern import either, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

TAGS = tuple(languages())


def lists(value: object) -> Iterator[tuple[str, ...]]:
    """Every list of words in what is known of a language."""
    if isinstance(value, Struct):
        for held in astuple(value):
            yield from lists(held)
    elif isinstance(value, dict):
        for held in value.values():
            yield from lists(held)
    elif isinstance(value, tuple) and value:
        yield value


def sample(entry: str) -> str:
    """A text that an entry stands for: the first choice of each group, any word for a gap."""
    return re.sub(r"\(([^|()]*)[^()]*\)", r"\1", entry).replace("*", "").replace("_", "word")


@pytest.mark.parametrize("tag", TAGS)
@settings(max_examples=25)
@given(data=st.data())
def test_a_list_finds_what_its_entries_find(tag: str, data: st.DataObject) -> None:
    known = language(tag)
    words = data.draw(st.sampled_from(list(lists(known))))
    text = " and, ".join(
        data.draw(st.sampled_from([str.upper, str.lower, str.title]))(sample(entry))
        for entry in data.draw(st.lists(st.sampled_from(words), max_size=6))
    )
    others = [f"x{text}", f"{text}x", f"A {text}. É", f"{text}{'. ' * 512}"]  # and a long one
    text = data.draw(st.sampled_from([text, *others]))
    plain = re.compile("|".join(expression(entry, known.script) for entry in words), re.IGNORECASE)
    wanted = [match.span() for match in plain.finditer(text)]
    listed = pattern(words, known.script)
    assert [match.span() for match in listed.finditer(text)] == wanted
    assert bool(listed.search(text)) is bool(wanted)
    assert listed.sub("·", text) == plain.sub("·", text)
    first, first_plain = listed.match(text), plain.match(text)
    assert (first and first.span()) == (first_plain and first_plain.span())
    for each in {text, *text.split(), data.draw(st.sampled_from(words)).upper()}:
        assert listed.stands_for(each) is (plain.fullmatch(each) is not None)


@pytest.mark.parametrize("tag", TAGS)
def test_no_list_has_an_entry_twice(tag: str) -> None:
    assert [words for words in lists(language(tag)) if len(words) != len({*words})] == []


@pytest.mark.parametrize(
    ("entry", "text"),
    [("colou?r", "color"), ("a|b", "b"), ("(on|off)", "off"), ("_", "x"), ("il*", "İL")],
)
def test_no_entry_is_missed_for_a_part_that_may_be_missing(entry: str, text: str) -> None:
    assert pattern((entry,)).stands_for(text)


@pytest.mark.parametrize(
    ("entry", "text"),
    [("if", "a specific gift"), ("(has|have) (been|) (withdrawn|denied)", "has been here")],
)
def test_no_expression_is_made_for_a_text_that_lacks_a_word_of_it(entry: str, text: str) -> None:
    assert pattern((entry,)).within(text) is pattern(()).within(text)


def test_letters_that_an_expression_takes_for_the_same_are_folded_alike() -> None:
    for sign in map(chr, range(sys.maxunicode + 1)):
        for other in {sign.lower(), sign.upper(), sign.casefold(), *_ALIKE.get(sign, "")} - {sign}:
            if len(other) == 1 and re.fullmatch(re.escape(sign), other, re.IGNORECASE):
                assert folded(sign) == folded(other)


_ALIKE = {"i": "ıİ", "I": "ıİ", "s": "ſ", "k": "\u212a", "å": "\u212b", "µ": "μ", "ς": "σ"}


def test_words_of_one_letter_in_two_forms_keep_their_forms() -> None:
    found = re.compile(either(["May", "mar", "Mark"]))
    assert [found.fullmatch(each) is not None for each in ("May", "may", "Mar")] == [
        True, False, False,
    ]  # fmt: skip
    assert re.compile(either([])).search("any") is None


def test_a_place_within_the_text_may_be_given() -> None:
    listed = pattern(("agreed", "signed"))
    text = "agreed, signed, agreed"
    assert [match.start() for match in listed.finditer(text, 1, 16)] == [8]
    found = listed.search(text, 9)
    assert found
    assert found.start() == 16
    assert listed.search(text, 0, 3) is None
    assert listed.search("none of it", 0) is None
