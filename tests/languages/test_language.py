"""Each language has one file; all files are read, whole, and say as much."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec import Struct, ValidationError, convert

import bluf.languages as room
from bluf.languages import Language, base, draft_words, language, languages, negations_in, pattern
from bluf.model import Response, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

ALL = ("ar", "de", "en", "es", "fr", "pt", "ru", "sr-Latn", "zh")


def test_every_file_is_a_language() -> None:
    assert languages() == ALL
    assert len(list(Path(room.__file__).parent.glob("*.toml"))) == len(ALL)


@pytest.mark.parametrize("tag", ALL)
def test_every_language_says_how_firm_what_is_asked_and_when(tag: str) -> None:
    known = language(tag)
    assert known.known
    assert set(known.verbs) == set(Strength)
    assert set(known.answers) == set(Response) - {Response.NOT_REPORTED}
    assert list(known.calendar.months) == list(range(1, 13))
    assert list(known.calendar.weekdays) == list(range(1, 8))
    assert {*range(10)} <= set(known.numbers)
    assert all(known.multipliers.values())
    assert all(known.currencies["USD"])
    turns = known.turns
    some = {"innocent", "none", "behind", "finite", "passed", "describing", "participles"}
    some |= {"that", "helpers", "things", "determiners"}  # how a language tells these differs
    assert all(getattr(turns, name) for name in turns.__struct_fields__ if name not in some)
    assert all(len(pair) == 2 for pair in known.quotation.marks)


@pytest.mark.parametrize("tag", ALL)
def test_every_pattern_compiles_and_none_is_empty(tag: str) -> None:
    known = language(tag)
    for entry in _entries(known):
        assert not pattern((entry,), known.script).match("")


def _entries(value: object) -> Iterator[str]:
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _entries(getattr(value, name))
    elif isinstance(value, dict):
        for each in value.values():
            yield from _entries(each)
    elif isinstance(value, tuple):
        yield from value


def test_a_file_with_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError):
        convert({"tag": "xx", "verb": {}}, Language)


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en-GB", "en"),
        ("zh_Hant_TW", "zh"),
        ("sr", "sr-Latn"),
        ("sr-Cyrl-RS", "sr-Latn"),
        ("hr", "sr-Latn"),
        ("ja-JP", "ja"),
    ],
)
def test_a_tag_finds_the_file_of_its_language(tag: str, name: str) -> None:
    assert base(tag) == name
    assert language(tag).tag == name


def test_a_language_without_a_file_says_so_and_decides_nothing() -> None:
    known = language("ja")
    assert not known.known
    assert known.verbs == {}
    assert not pattern(known.turns.negations).search("anything")


def test_serbian_is_written_once_and_read_in_both_scripts() -> None:
    months = language("sr").calendar.months[8]
    assert {"avgusta", "августа"} <= set(months)


@pytest.mark.parametrize(
    ("tag", "words", "negations"),
    [
        ("en", "we did not agree", ["not"]),
        ("sr-Cyrl", "ми Нисмо ту", ["Нисмо"]),
        ("ar", "ولم يتفق", ["ولم"]),
        ("ar", "كما اتفق", []),
        ("zh", "双 方 不 同 意", ["不"]),
        ("ja", "not", []),
    ],
)
def test_negations_are_found(tag: str, words: str, negations: list[str]) -> None:
    assert negations_in(words.split(), tag) == negations


@pytest.mark.parametrize("tag", languages())
def test_a_verb_stands_on_one_list_alone(tag: str) -> None:
    """What a draft goes by besides holds nothing that the lists of the proof have."""
    known = language(tag)
    shared = {strength.value: words for strength, words in known.verbs.items()}
    shared["future"] = known.turns.futures
    twice = [
        entry
        for name, entries in draft_words(tag, "says").items()
        for entry in entries
        if pattern(shared.get(name, ()), known.script).stands_for(entry)
    ]
    assert twice == []
