from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from octavo.ooxml import read_package
from octavo.pages.balancing import Ragged
from octavo.pages.document import Document
from octavo.pages.lines import lines
from octavo.pages.reading import TextOptions
from octavo.pages.shaping import Box
from octavo.pages.story import StoryReader
from octavo.pages.tags import W

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def ragged(docx: Callable[..., bytes], paragraph: Callable[..., str]) -> Callable[..., Ragged]:
    def make(text: str, width: float) -> Ragged:
        document = Document(read_package(docx(paragraph(text)), "a.docx"))
        reader = StoryReader(document.styles, document.numbering, {})
        (element,) = document.body.iterfind(W + "p")
        return Ragged(reader.paragraph(element), width, TextOptions())

    return make


def test_two_lines_share_their_words(ragged: Callable[..., Ragged]) -> None:
    title = ragged("one two three four five", 1500)
    assert title.count() == 2
    less = title.indent()
    assert less > 0
    assert (title.count(less), title.count(less + 400)) == (2, 3)
    assert ragged("one", 2000).indent() == 0
    assert len(lines(title.paragraph, 1500, TextOptions())) == title.count()


def test_a_last_line_of_one_word_is_found(ragged: Callable[..., Ragged]) -> None:
    text = "one two three four five"
    alone = next(width for width in range(2400, 1000, -20) if ragged(text, width).count() == 2)
    assert ragged(text, alone).leaves_a_word()
    assert not ragged(text, 1300).leaves_a_word()
    assert not ragged(text, 9000).leaves_a_word()


@pytest.mark.parametrize(("width", "alone"), [(33, True), (34, False)])
def test_a_last_line_is_as_long_as_a_twelfth(
    ragged: Callable[..., Ragged], width: int, alone: bool
) -> None:
    title = ragged("one", 1200)
    words = (Box(1190, 0, 10, 2), *[Box(width, 0, 10, 2)] * 3)
    long = title._replace(paragraph=replace(title.paragraph, atoms=words))
    assert long.count() == 2
    assert long.leaves_a_word() == alone


def test_letters_further_apart_take_more_room(ragged: Callable[..., Ragged]) -> None:
    text = ragged("one two three four five", 2000)
    assert text.tracked(40).count() > text.count()
    assert text.tracked(0).count() == text.count()
