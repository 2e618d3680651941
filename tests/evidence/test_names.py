from __future__ import annotations

import pytest

from bluf.evidence.names import other_name, other_words


def test_names_are_known_where_capitals_mark_them() -> None:
    assert not other_name("Berlin", "Bonn", "de")
    assert other_name("Madrid", "Toledo", "es")


@pytest.mark.parametrize(
    ("inserted", "replaced", "expected"),
    [
        ("Madrid", "Toledo", True),
        ("Srbija", "Srbije", False),
        ("Serb", "Serbia", False),
        ("Serb", "Sero", True),
        ("Ann", "Anna", False),
        ("the Minister", "Novak", False),
        ("Novak", "He", False),
        ("Jane Novak", "Novak", False),
        ("NOVAK", "Novak", False),
        ("Jane Doe", "John Roe", True),
        ("a city", "Toledo", False),
    ],
)
def test_a_name_stands_for_another(inserted: str, replaced: str, expected: bool) -> None:
    assert other_name(inserted, replaced, "en") is expected


@pytest.mark.parametrize(
    ("inserted", "replaced", "expected"),
    [
        ("widened", "closed", True),
        ("closing", "closed", False),
        ("clear", "closed", True),
        ("widened", "did", False),
        ("widened", "shut", True),
        ("widened", "Novak", False),
        ("the widened", "the closed", True),
        ("Novak", "closed", False),
        ("Novak widened", "closed", False),
        ("", "closed", False),
        ("would widen", "will", False),
        ("somebody", "the minister", False),
        ("closing widely", "closed", False),
        ("closing widely", "closed roads", True),
    ],
)
def test_words_give_way_to_others(inserted: str, replaced: str, expected: bool) -> None:
    assert other_words(inserted, replaced, "en") is expected


def test_words_are_told_from_names_where_capitals_mark_names() -> None:
    assert other_words("Sperrung", "geschlossen", "de")
    assert not other_words("Sperrung", "closed", "en")
