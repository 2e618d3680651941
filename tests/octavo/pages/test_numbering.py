from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tests.octavo.pages.measured import measure

from octavo.pages.numbering import Counters, Numbering
from octavo.pages.reading import End, Reading, Unmeasurable

if TYPE_CHECKING:
    from collections.abc import Callable

    Bounds = Callable[..., tuple[int, int, str]]
    Height = Callable[..., int]
    Make = Callable[..., bytes]
    Obstacle = Callable[..., str]
    Text = Callable[..., str]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _level(at: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def _lists(levels: str, number: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1">'
        f'<w:abstractNumId w:val="0"/>{number}</w:num><w:num w:numId="2">'
        '<w:abstractNumId w:val="7"/></w:num>'
    )


def _counters(levels: str, number: str = "") -> Counters:
    root = etree.fromstring(f"<w:numbering {_W}>{_lists(levels, number)}</w:numbering>")
    return Counters(Numbering(root, Reading(End.GREATEST)))


def _labels(counters: Counters, *levels: int) -> list[str]:
    found = [counters.label(1, level) for level in levels]
    return [label[1] for label in found if label is not None]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("decimal", ["1.", "2."]),
        ("decimalZero", ["01.", "02."]),
        ("lowerLetter", ["a.", "b."]),
        ("upperLetter", ["A.", "B."]),
        ("lowerRoman", ["i.", "ii."]),
        ("upperRoman", ["I.", "II."]),
        ("chineseCounting", ["一.", "二."]),
        ("none", [".", "."]),
    ],
)
def test_labels_count(kind: str, expected: list[str]) -> None:
    assert _labels(_counters(_level(0, kind, "%1.")), 0, 0) == expected


@pytest.mark.parametrize(
    ("start", "label"), [(0, "〇"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")]
)
def test_ideographs_count_to_a_hundred(start: int, label: str) -> None:
    level = _level(0, "taiwaneseCounting", "%1")
    level = level.replace('<w:start w:val="1"/>', f'<w:start w:val="{start}"/>')
    assert _labels(_counters(level), 0) == [label]


@pytest.mark.parametrize(
    ("start", "label"), [(1994, "mcmxciv"), (3888, "mmmdccclxxxviii"), (449, "cdxlix"), (8, "viii")]
)
def test_roman_numbers(start: int, label: str) -> None:
    level = _level(0, "lowerRoman", "%1")
    level = level.replace('<w:start w:val="1"/>', f'<w:start w:val="{start}"/>')
    assert _labels(_counters(level), 0) == [label]


def test_a_label_of_ideographs_has_bounds(bounds: Bounds, paragraph: Text) -> None:
    parts = {"numbering": _lists(_level(0, "chineseCounting", "%1", '<w:suff w:val="nothing"/>'))}
    body = paragraph("a", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    least, greatest, construct = bounds(body, parts=parts)
    assert least < greatest
    assert construct == "a font for East Asian text that is not named"


def test_a_label_in_a_higher_font_may_make_its_line_higher(bounds: Bounds, paragraph: Text) -> None:
    courier = '<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/></w:rPr>'
    parts = {"numbering": _lists(_level(0, "bullet", "o", courier))}
    body = paragraph("a", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    least, greatest, construct = bounds(body, parts=parts, font="Calibri")
    assert 0 < greatest - least < 12
    assert construct == "a list label higher than its text"
    assert bounds(body, parts=parts, font="Courier New")[2] == ""


def test_letters_go_on_past_the_alphabet() -> None:
    counters = _counters(_level(0, "lowerLetter", "%1"))
    assert _labels(counters, *[0] * 27)[-1] == "aa"
    zero = _counters(_level(0, "lowerLetter", "%1").replace('w:val="1"', 'w:val="0"', 1))
    assert _labels(zero, 0) == [""]


def test_a_deeper_level_begins_again_and_names_the_one_above() -> None:
    counters = _counters(_level(0, "upperRoman", "%1.") + _level(1, "decimal", "%1.%2"))
    assert _labels(counters, 0, 1, 1, 0, 1) == ["I.", "I.1", "I.2", "II.", "II.1"]


def test_legal_numbering_is_decimal_throughout() -> None:
    levels = _level(0, "upperRoman", "%1.") + _level(1, "lowerLetter", "%1.%2", "<w:isLgl/>")
    assert _labels(_counters(levels), 0, 1) == ["I.", "1.a"]


def test_a_number_may_start_and_look_otherwise() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    assert _labels(_counters(_level(0, "decimal", "%1."), override), 0, 0) == ["5.", "6."]
    other = f'<w:lvlOverride w:ilvl="0">{_level(0, "decimal", "(%1)")}</w:lvlOverride>'
    assert _labels(_counters(_level(0, "decimal", "%1."), other), 0) == ["(1)"]


@pytest.mark.parametrize(
    ("kind", "start", "construct"),
    [
        ("ideographDigital", "1", "list numbers of the kind “ideographDigital”"),
        ("decimal", "40000", "a list that counts past 30,000"),
        ("japaneseCounting", "100", "a list that counts past 99 in ideographs"),
    ],
)
def test_labels_of_other_kinds_are_not_measured(kind: str, start: str, construct: str) -> None:
    level = _level(0, kind, "%1").replace('<w:start w:val="1"/>', f'<w:start w:val="{start}"/>')
    with pytest.raises(Unmeasurable, match=construct):
        _labels(_counters(level), 0)


def test_a_list_has_nine_levels() -> None:
    assert _labels(_counters(_level(8, "decimal", "%9")), 8) == ["1"]
    with pytest.raises(Unmeasurable, match="a list of more than nine levels"):
        _labels(_counters(_level(9, "decimal", "%9")), 8)


def test_a_label_is_short() -> None:
    assert _labels(_counters(_level(0, "decimal", "%1" * 255)), 0) == ["1" * 255]
    with pytest.raises(Unmeasurable, match="a list label of more than 255 characters"):
        _labels(_counters(_level(0, "decimal", "%1" * 256)), 0)


def test_a_list_that_does_not_exist_has_no_label() -> None:
    counters = _counters(_level(0, "decimal", "%1."))
    assert counters.label(2, 0) is None
    assert counters.label(1, 3) is None


def _indent(left: int, hanging: int) -> str:
    return f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'


@pytest.mark.parametrize(
    ("more", "room", "lines"),
    [
        (_indent(360, 360), 2834, 1),
        (_indent(360, 360), 2833, 2),
        (_indent(100, 100), 2834 - 260 + 620, 2),
        ('<w:suff w:val="space"/>', 2834 + 223, 1),
        ('<w:suff w:val="space"/>', 2834 + 220, 2),
        ('<w:suff w:val="nothing"/>', 2834 + 168, 1),
    ],
)
def test_a_label_takes_room_before_the_text(
    height: Height, paragraph: Text, more: str, room: int, lines: int
) -> None:
    left = 360 if "360" in more else 0
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    indent = f'<w:ind w:right="{9638 - left - room}"/>'
    body = paragraph("mmmmmmmmmm nnnnnnnnnn", numbered + indent)
    levels = _level(0, "decimal", "%1.", more)
    assert height(body, parts={"numbering": _lists(levels)}) == lines * 230


def test_a_list_style_brings_its_level_along(height: Height, paragraph: Text) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    spaced = '<w:pPr><w:spacing w:after="70"/></w:pPr>'
    parts = {"numbering": _lists(_level(0, "decimal", "%1.", spaced))}
    body = paragraph("a", '<w:pStyle w:val="L"/>') * 2
    assert height(body, styles=styles, parts=parts) == 2 * 230 + 70
    off = paragraph("a", '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert height(off, styles=styles, parts=parts) == 230


def test_a_bullet_of_a_symbol_font_has_bounds_without_its_indent(
    height: Height, bounds: Bounds, paragraph: Text
) -> None:
    font = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    numbered = paragraph("a", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    fine = {"numbering": _lists(_level(0, "bullet", "\uf0b7", _indent(360, 360) + font))}
    assert height(numbered, parts=fine) == 231
    for suffix, room, lines in (("nothing", 450, 2), ("space", 450, 2), ("tab", 1170, 1)):
        more = f'<w:suff w:val="{suffix}"/>' + font
        tight = {"numbering": _lists(_level(0, "bullet", "\uf0b7", more))}
        list_ = f'<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:right="{9638 - room}"/>'
        least, greatest, construct = bounds(paragraph("m m", list_), parts=tight)
        assert construct == "a bullet from a symbol font without a hanging indent"
        assert (least, greatest) == (231, 231 + (lines - 1) * 230)


def test_a_line_with_a_symbol_bullet_may_be_higher_in_word(docx: Make, paragraph: Text) -> None:
    font = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    parts = {"numbering": _lists(_level(0, "bullet", "\uf0b7", _indent(360, 360) + font))}
    body = paragraph("a", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    found = [each.construct for each in measure(docx(body, parts=parts)).differences]
    assert found == ["a bullet of a symbol font, whose line Word may make higher"]


def test_a_hidden_mark_hides_the_label(height: Height) -> None:
    body = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr>'
        "<w:r><w:t>a</w:t></w:r></w:p>"
    )
    parts = {"numbering": _lists(_level(0, "decimal", "%1."))}
    assert height(body, parts=parts) == 230


def test_letters_are_doubled_behind_the_last_one() -> None:
    counters = _counters(_level(0, "lowerLetter", "%1"))
    labels = _labels(counters, *[0] * 53)
    assert [labels[at - 1] for at in (1, 25, 26, 27, 52, 53)] == ["a", "y", "z", "aa", "zz", "aaa"]
