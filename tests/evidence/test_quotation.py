"""How the marks in a quotation are read."""

from __future__ import annotations

import pytest

from bluf.evidence.quotation import (
    Gap,
    Part,
    Quotation,
    in_either_case,
    inserted_words,
    outer_insertions,
    own_words,
    readings,
)

OMISSION, INSERTION, ENDING = Gap(omits=True), Gap(), Gap(attached=True)


def parsed(quote: str) -> Quotation:
    """The reading that takes brackets round a letter for an insertion."""
    return readings(quote)[-1]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("a b", Quotation((Part("a b"),))),
        ("a … b", Quotation((Part("a"), Part("b")), (OMISSION,))),
        ("a[…] b", Quotation((Part("a"), Part("b")), (OMISSION,))),
        ("a [x y] b", Quotation((Part("a"), Part("b")), (INSERTION,))),
        ("a[xy] b", Quotation((Part("a", open_end=True), Part("b")), (ENDING,))),
        ("a [xy] … b", Quotation((Part("a"), Part("b")), (OMISSION,))),
        ("a … [xy] b", Quotation((Part("a"), Part("b")), (OMISSION,))),
        ("a [xy] [zz] b", Quotation((Part("a"), Part("b")), (INSERTION,))),
        ("a[xy] [zz] b", Quotation((Part("a", open_end=True), Part("b")), (INSERTION,))),
        ("… a", Quotation((Part("a"),))),
        ("a …", Quotation((Part("a"),))),
        ("a [xy]", Quotation((Part("a"),))),
        ("a[xy]", Quotation((Part("a", open_end=True),))),
        ("a [sic] b", Quotation((Part("a b"),))),
        ("a […] b [xy] c", Quotation((Part("a"), Part("b"), Part("c")), (OMISSION, INSERTION))),
    ],
)
def test_parts_and_gaps_are_what_the_marks_say(quote: str, expected: Quotation) -> None:
    assert parsed(quote) == expected


@pytest.mark.parametrize(
    ("quote", "count"), [("…", 0), ("", 0), ("[…] !", 0), ("[xy]", 1), ("[xy] a", 2), ("a", 1)]
)
def test_what_holds_no_word_is_no_quotation(quote: str, count: int) -> None:
    assert len(readings(quote)) == count


def test_brackets_that_change_how_a_word_begins_are_no_reading() -> None:
    assert [way.gaps for way in readings("[dis]agreed")] == [()]


def test_a_letter_in_brackets_may_change_its_case_or_be_put_in() -> None:
    literal, cased, inserted = readings("a [b] c")
    assert literal == Quotation((Part("a [b] c"),))
    assert cased == Quotation((Part("a b c", frozenset({2})),))
    assert inserted == Quotation((Part("a"), Part("c")), (INSERTION,))
    assert readings("ab") == (Quotation((Part("ab"),)),)


@pytest.mark.parametrize(
    ("quote", "inserted", "outer", "own"),
    [
        ("a [x y] b [z]", ["x", "y"], ("", ""), "a b z"),
        ("[xx] a", ["xx"], ("xx", ""), "a"),
        ("a [xx yy] [zz]", ["xx", "yy", "zz"], ("", "xx yy zz"), "a"),
        ("[xx] … a … [yy]", ["xx", "yy"], ("xx", "yy"), "a"),
        ("a [xx] b", ["xx"], ("", ""), "a b"),
    ],
)
def test_what_is_put_in_brackets_is_the_author_s(
    quote: str, inserted: list[str], outer: tuple[str, str], own: str
) -> None:
    assert inserted_words(quote) == inserted
    assert outer_insertions(quote) == outer
    assert own_words(quote).split() == own.split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("later on", "[l]ater on"),
        ("a day", "A day"),
        ("I", "i"),
        ("2 days", "2 days"),
        ("l’ai", "L’ai"),
        ("", ""),
    ],
)
def test_the_first_letter_may_be_in_either_case(words: str, expected: str) -> None:
    assert in_either_case(words) == expected
