"""What autocorrection did to a tag is undone, and a literal stays letter for letter."""

from __future__ import annotations

import pytest

from octavo.expressions.straighten import straighten


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a == “b”", 'a == "b"'),
        ("a == „b“", 'a == "b"'),
        ("a == ”b”", 'a == "b"'),
        ("a == ‘b’", 'a == "b"'),
        ("a == ‚b‘", 'a == "b"'),
        ("a == «b»", 'a == "b"'),
        ("a == «\u00a0b\u202f»", 'a ==  "b" '),
        ('a == “say "b"”', "a == 'say \"b\"'"),
        ("a == 'b’", "a == 'b'"),
        ('a == "b”', 'a == "b"'),
        ("“b” ~ “c”", '"b" ~ "c"'),
        ("a – 1 — 2", "a - 1 - 2"),
        ("a\u00a0|\u2009b", "a | b"),
        ("a\u200b.b\u00ad", "a.b"),
        ("“b", "“b"),
    ],
)
def test_marks_spaces_and_hyphens_are_plain(typed: str, meant: str) -> None:
    assert straighten(typed).text == meant


@pytest.mark.parametrize(
    "inside", ["it’s", "l’État, c’est", "a–b", "a\u00a0b", "x\u200by", "a\\’ b"]
)
def test_a_literal_stays_as_it_was_typed(inside: str) -> None:
    assert straighten(f"‘{inside}’").text == f'"{inside}"'


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("‘a’ b’", '"a" b’'),
        ("‘a’b", "‘a’b"),
        ("‘1’a", '"1"a'),
        ("‘a’1", '"a"1'),
        ("‘’ ~ ‘x’", '"" ~ "x"'),
    ],
)
def test_an_apostrophe_stands_between_two_letters(typed: str, meant: str) -> None:
    assert straighten(typed).text == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [('"a\\"b"', '"a\\"b"'), ('"a\\\\"b', '"a\\\\"b'), ("'\\'“x”'", "'\\'“x”'")]
)
def test_a_mark_behind_a_backslash_closes_nothing(typed: str, meant: str) -> None:
    assert straighten(typed).text == meant


def test_each_character_knows_where_it_was_typed() -> None:
    straight = straighten("\u200ba\u200b – “b”")
    assert straight.text == 'a - "b"'
    assert straight.places == (1, 3, 4, 5, 6, 7, 8, 9)


@pytest.mark.parametrize("typed", ["« b\u00a0»", "«b»", "\u00a0“b”"])
def test_there_are_as_many_places_as_characters_and_an_end(typed: str) -> None:
    straight = straighten(typed)
    assert len(straight.places) == len(straight.text) + 1
    assert straight.places[-1] == len(typed)
