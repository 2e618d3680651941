"""What words stand for: poles that exclude each other, with one name in all languages."""

from __future__ import annotations

import pytest
from tests.languages.test_firmness import forms

from bluf.languages import language, languages, senses_in

KNOWN = [tag for tag in languages() if language(tag).senses]


def poles(text: str, tag: str) -> set[tuple[str, str]]:
    return {(each.field, each.pole) for each in senses_in(text, tag)}


@pytest.mark.parametrize(
    ("tag", "text", "field", "pole"),
    [
        ("en", "Lift the ban on fish imports", "trade", "import"),
        ("fr", "exclure la presse", "door", "out"),
        ("es", "suspender los encuentros", "course", "end"),
        ("de", "der Austritt aus dem Verein", "course", "end"),
        ("pt", "reduzir as tarifas", "size", "down"),
        ("ru", "соглашение расторгнуто", "course", "end"),
        ("sr", "povećati izvoz", "trade", "export"),
        ("sr-Cyrl", "повећати извоз", "trade", "export"),
        ("ar", "وبالتصدير", "trade", "export"),
        ("zh", "扩大进口", "trade", "import"),
    ],
)
def test_a_word_stands_for_a_pole(tag: str, text: str, field: str, pole: str) -> None:
    assert (field, pole) in poles(text, tag)


@pytest.mark.parametrize(
    ("tag", "text", "field"),
    [
        ("en", "close cooperation", "course"),
        ("en", "an important step", "trade"),
        ("fr", "vendredi", "market"),
        ("es", "negociar un tema", "answer"),
        ("de", "schließlich kürzlich angekündigt", "course"),
    ],
)
def test_a_word_that_only_begins_alike_does_not(tag: str, text: str, field: str) -> None:
    assert field not in {name for name, _ in poles(text, tag)}


def test_the_longest_entry_decides_and_a_phrase_is_one() -> None:
    assert ("body", "group") in poles("A working group met", "en")
    (sense,) = [each for each in senses_in("all the points", "en") if each.table == "beside"]
    assert (sense.pole, sense.word, sense.before) == ("all", "all", "poin")


@pytest.mark.parametrize("tag", KNOWN)
def test_each_field_has_poles_that_exclude_each_other(tag: str) -> None:
    fields = language(tag).senses["opposite"]
    assert {"course", "size", "stance", "trade"} <= set(fields)
    for entries in fields.values():
        named = [each.partition("=")[0] for each in entries.split() if "=" in each]
        assert len([name for name in named if not name.startswith("-")]) >= 2
        assert len(set(named)) == len(named)


@pytest.mark.parametrize("tag", KNOWN)
def test_each_word_of_a_field_stands_for_its_pole(tag: str) -> None:
    for table, fields in language(tag).senses.items():
        for field, entries in fields.items():
            pole = ""
            for each in entries.split():
                name, _, entry = each.rpartition("=")
                pole = name or pole
                for text in forms(entry.replace("_", " ")):
                    found = [(one.table, one.field, one.pole) for one in senses_in(text, tag)]
                    assert (table, field, pole) in found, text


def test_a_language_without_a_file_knows_no_word() -> None:
    assert senses_in("экспорт", "ja") == ()
