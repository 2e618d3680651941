from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tests.octavo.pages.conftest import run_of

from octavo.pages.content import Fields, more_of
from octavo.pages.reading import End, Reading
from octavo.pages.tags import W

if TYPE_CHECKING:
    from collections.abc import Callable

    Height = Callable[..., int]
    Bounds = Callable[..., tuple[int, int, str]]


LINE = 230
FIELD = W + "fldChar"


def paragraph_of(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def _field(code: str, *, result: bool = True) -> str:
    mark = '<w:fldChar w:fldCharType="{}"/>'
    shown = run_of(mark.format("separate")) + run_of("<w:t>result</w:t>") if result else ""
    instruction = run_of(f"<w:instrText>{code}</w:instrText>")
    return run_of(mark.format("begin")) + instruction + shown + run_of(mark.format("end"))


def test_a_field_shows_its_result_alone(height: Height) -> None:
    code = " PAGE " + " x" * 200
    assert height(f"<w:p>{_field(code)}</w:p>") == LINE
    assert height(f"<w:p>{_field(code, result=False)}{run_of('<w:t>a</w:t>')}</w:p>") == LINE
    pieces = f" PA</w:instrText><w:instrText>GE {'x' * 200}</w:instrText><w:instrText>y"
    assert height(f"<w:p>{_field(pieces)}</w:p>") == LINE
    stray = run_of('<w:fldChar w:fldCharType="end"/>')
    assert height(f"<w:p>{stray}{run_of('<w:t>a</w:t>')}</w:p>") == LINE


@pytest.mark.parametrize("code", [' DATE \\\\@ "d"', "IF 1 = 1", ""])
def test_a_field_that_may_change_its_length_has_bounds(bounds: Bounds, code: str) -> None:
    name = (code.split() or [""])[0]
    said = f"a field of the kind “{name}”"
    between = paragraph_of(run_of("<w:t>a</w:t>") + _field(code) * 7)
    assert bounds(between) == (LINE, 2 * LINE, said)
    simple = f"<w:fldSimple w:instr='{code}'>{run_of('<w:t>stored</w:t>')}</w:fldSimple>"
    assert bounds(paragraph_of(simple * 7)) == (LINE, 2 * LINE, said)


@pytest.mark.parametrize("code", ["TOC", " MERGEFIELD Name "])
def test_a_stored_result_is_shown_as_it_is(bounds: Bounds, code: str) -> None:
    assert bounds(paragraph_of(_field(code))) == (LINE, LINE, "")


@pytest.mark.parametrize(
    ("instruction", "words"),
    [("DATE", 2), ("date" + " " * 13, 2), ("DATE" + " " * 14, 3), ("PAGE", 0), ("", 2)],
)
def test_a_result_may_grow_by_words_of_the_length_of_its_instruction(
    instruction: str, words: int
) -> None:
    assert more_of(instruction, Reading(End.GREATEST)) == " 00000" * words
    assert more_of(instruction, Reading(End.LEAST)) == ""


@pytest.mark.parametrize(("front", "words"), [(99, 18), (100, 16)])
def test_a_long_instruction_is_read_to_its_name(front: int, words: int) -> None:
    fields = Fields(Reading(End.GREATEST))
    marks = [etree.Element(FIELD, {f"{FIELD}Type": kind}) for kind in ("begin", "end")]
    fields.mark(marks[0])
    for length in (front, 12):
        piece = etree.Element("code")
        piece.text = "X" * length
        fields.instruction(piece)
    assert fields.mark(marks[1]) == " 00000" * words
