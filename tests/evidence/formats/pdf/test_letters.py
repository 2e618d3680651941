"""Letters whose shapes cannot be theirs: each limit with what lies at it, and one past it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument
from tests.evidence.formats.conftest import codes

from bluf.evidence.formats.pdf.letters import (
    OTHER_WORDS,
    Letter,
    _odd,
    _shared,
    letters,
    text_of,
    texts,
    things_of,
)

if TYPE_CHECKING:
    from tests.evidence.formats.conftest import MakePdf


def letter(
    sign: str, height: float = 0.5, depth: float = 0.0, at: int = 0, index: int = 0
) -> Letter:
    return Letter(sign, index, (at, 0, at + 1, 1), 10, 1, False, height, depth)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([1, 1, 1], ""),
        ([1, 1, 1, 1], "one shape stands for a whole word"),
        ([1, 1, 2, 1, 1], ""),
        ([1] * 20, "one shape stands for a whole word"),
        ([1] * 21, OTHER_WORDS),
        ([], ""),
    ],
)
def test_one_shape_stands_for_three_letters_at_most(places: list[int], expected: str) -> None:
    assert _shared([letter("f", at=at, index=number) for number, at in enumerate(places)]) == (
        expected
    )


@pytest.mark.parametrize(("count", "expected"), [(3, ""), (4, OTHER_WORDS)])
def test_one_shape_stands_for_no_two_words(count: int, expected: str) -> None:
    found = [letter("f", index=2 * number) for number in range(count)]
    assert _shared(found) == expected


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ([], ""),
        ([letter("b", 0.1)], ""),
        ([letter("a"), letter("c", 0.574)], ""),
        ([letter("a"), letter("c", 0.576)], "c"),
        ([letter("a"), letter("c", depth=0.074)], ""),
        ([letter("a"), letter("c", depth=0.076)], "c"),
        ([letter("a"), letter("b", 0.7, depth=0.076)], "b"),
        ([letter("a"), letter("b", 0.549)], ""),
        ([letter("a"), letter("c", 0.6), letter("b", 0.549)], "bc"),
        ([letter("a"), letter("c", 0.6), letter("b", 0.551)], "c"),
        ([letter("a"), letter("g", depth=0.049)], ""),
        ([letter("a"), letter("c", 0.6), letter("g", depth=0.049)], "cg"),
        ([letter("a"), letter("c", 0.6), letter("g", depth=0.051)], "c"),
        ([letter("a"), letter("T", 0.1, depth=0.4)], ""),
    ],
)
def test_letters_that_do_not_look_it(letters: list[Letter], expected: str) -> None:
    assert _odd(letters) == set(expected)


@pytest.mark.parametrize(
    ("matrix", "size", "height", "mirrored"),
    [
        ("1 0 0 1", 10, 0.609, False),
        ("2 0 0 2", 20, 0.609, False),
        (".5 0 0 2", 5, 2.436, False),
        ("2 0 0 .5", 5, 0.609, False),
        ("-1 0 0 1", 10, 0, True),
        ("1 0 0 -1", 10, 0, True),
        ("-1 0 0 -1", 10, 0, False),
        ("0 1 -1 0", 10, 0, False),
        ("3 4 -4 3", 50, 0, False),
        ("-.3 0 0 .3", 3, 0, True),
        ("-.29 0 0 .29", 2.9, 0.609, False),
    ],
)
def test_a_letter_has_the_size_and_turn_of_its_text(
    make_pdf: MakePdf, matrix: str, size: float, height: float, *, mirrored: bool
) -> None:
    content = f"BT /F 10 Tf {matrix} 70 700 Tm <{codes('ab')}> Tj ET"
    document = PdfDocument(make_pdf(content.encode()))
    text = document[0].get_textpage()
    first, second = letters(document[0], text, range(2))
    assert (first.sign, second.sign, first.thing) == ("a", "b", second.thing)
    assert first.size == pytest.approx(size)
    assert first.mirrored is mirrored
    assert first.height == pytest.approx(height, abs=0.001)
    assert first.depth == 0
    assert text_of(first.thing, text.raw) == "ab"


def test_a_letter_without_an_object_has_none() -> None:
    assert things_of([Letter("a", 0, (0, 0, 1, 1), 10, 0, False, 0, 0), letter("b")]) == {1}


def test_every_text_that_is_drawn_on_a_page_is_known(make_pdf: MakePdf) -> None:
    document = PdfDocument(make_pdf([(70, 700, "one"), (70, 700, "two")], []))
    assert list(texts(document[0]).values()) == [False, False]
    assert texts(document[1]) == {}
