from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tests.octavo.pages.conftest import run_of

from octavo.pages.formats import Edge
from octavo.pages.properties import edge, merge, read_paragraph, read_run
from octavo.pages.reading import End, Reading, Unmeasurable

if TYPE_CHECKING:
    from collections.abc import Callable

    Height = Callable[..., int]


LINE = 230


@pytest.mark.parametrize(
    "properties",
    [
        "<w:b/><w:i/><w:caps/><w:smallCaps/>",
        '<w:vertAlign w:val="superscript"/>',
        '<w:spacing w:val="20"/><w:w w:val="90%"/><w:kern w:val="2"/>',
        '<w:position w:val="0"/><w:sz w:val="junk"/><w:sz w:val="20"/>',
        '<w:sz w:val="20"/><w:spacing w:val="1pt"/><w:spacing w:val="-"/>',
        '<w:rFonts w:ascii="Arial"/><w:rFonts w:hAnsi="Arial"/><w:rFonts w:asciiTheme="minor"/>',
    ],
)
def test_formatting_of_runs_is_read(height: Height, properties: str) -> None:
    assert height(f"<w:p>{run_of('<w:t>a</w:t>', properties)}</w:p>") == LINE


NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def element(xml: str) -> etree._Element:
    return etree.fromstring(xml.replace(" ", f" {NS} ", 1) if " " in xml else xml)


@pytest.mark.parametrize(
    ("said", "least", "greatest"),
    [
        ('<w:spacing w:before="20" w:after="1pt"/>', {"before": 20, "after": 20}, {}),
        ('<w:spacing w:line="-300"/>', {"line": 300, "line_rule": "auto"}, {}),
        ('<w:spacing w:line="" w:lineRule="exact"/>', {"line": 240, "line_rule": "exact"}, {}),
        ('<w:spacing w:beforeAutospacing="1"/>', {"before": 0}, {"before": 280}),
        ('<w:spacing w:before="300" w:beforeAutospacing="1"/>', {"before": 0}, {"before": 300}),
        ('<w:spacing w:before="9" w:beforeAutospacing="off"/>', {"before": 9}, {}),
        ('<w:spacing w:afterLines="50"/>', {"after": 0}, {"after": 240}),
        ('<w:spacing w:afterLines="33"/>', {"after": 0}, {"after": 158}),
        ('<w:spacing w:after="300" w:afterLines="50"/>', {"after": 100}, {"after": 300}),
        ('<w:ind w:left="9" w:right="8"/>', {"left": 9, "right": 8}, {}),
        ('<w:ind w:start="9" w:end="8"/>', {"left": 9, "right": 8}, {}),
        ('<w:ind w:firstLine="9"/>', {"first": 9}, {}),
        ('<w:ind w:hanging="9" w:firstLine="8"/>', {"first": -9}, {}),
        ('<w:ind w:leftChars="100"/>', {"left": 0}, {"left": 320}),
        ('<w:ind w:left="999" w:startChars="200"/>', {"left": 160}, {"left": 999}),
        ('<w:ind w:left="99" w:leftChars="33"/>', {"left": 26}, {"left": 105}),
        ('<w:ind w:rightChars="50"/>', {"right": 0}, {"right": 160}),
        ('<w:ind w:endChars="50"/>', {"right": 0}, {"right": 160}),
        ('<w:ind w:firstLineChars="100"/>', {"first": 0}, {"first": 320}),
        ('<w:ind w:hangingChars="100"/>', {"first": -320}, {"first": 0}),
        ('<w:keepNext w:val="0"/>', {"keep_next": False}, {}),
        ('<w:jc w:val="both"/>', {"justified": True}, {}),
        ('<w:jc w:val="left"/>', {"justified": False}, {}),
        (
            '<w:tabs ><w:tab w:pos="9"/><w:tab w:pos="8" w:val="bar"/></w:tabs>',
            {"tabs": {9: "left"}},
            {},
        ),
        (
            '<w:numPr ><w:ilvl w:val="2"/><w:numId w:val="3"/></w:numPr>',
            {"level": 2, "number": 3},
            {},
        ),
    ],
)
def test_what_paragraphs_say(said: str, least: dict[str, int], greatest: dict[str, int]) -> None:
    parent = etree.Element("pPr")
    parent.append(element(said))
    assert read_paragraph(parent, Reading(End.LEAST)) == least
    assert read_paragraph(parent, Reading(End.GREATEST)) == least | greatest


def test_a_paragraph_has_sixty_four_tab_stops_at_most() -> None:
    assert (
        len(merge({"tabs": {1: "left"}}, {"tabs": dict.fromkeys(range(64), "right")})["tabs"]) == 64
    )
    with pytest.raises(Unmeasurable, match="more than 64 tab stops"):
        merge({"tabs": {99: "left"}}, {"tabs": dict.fromkeys(range(64), "right")})


def test_properties_replace_each_other_and_borders_add_up() -> None:
    line, other = Edge(9, 0, "single"), Edge(5, 0, "single")
    over = merge({"left": 1, "borders": {"top": line}}, {"left": 2, "borders": {"left": other}})
    assert over == {"left": 2, "borders": {"top": line, "left": other}}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ('<w:top w:val="nil" w:sz="8" w:space="4"/>', Edge(0, 0, "none")),
        ('<w:top w:sz="8"/>', Edge(0, 0, "none")),
        ('<w:top w:val="single" w:sz="8" w:space="4"/>', Edge(20, 80, "single")),
        ('<w:top w:val="single" w:sz="1"/>', Edge(5, 0, "single")),
        ('<w:top w:val="double" w:sz="8"/>', Edge(60, 0, "double")),
        ('<w:top w:val="triple" w:sz="8"/>', Edge(60, 0, "triple")),
        ('<w:top w:val="inset" w:sz="8"/>', Edge(40, 0, "inset")),
        ('<w:top w:val="thinThickMediumGap" w:sz="8"/>', Edge(40, 0, "thinThickMediumGap")),
        ('<w:top w:val="thinThickSmallGap" w:sz="8"/>', Edge(50, 0, "thinThickSmallGap")),
        ('<w:top w:val="thickThinLargeGap" w:sz="8"/>', Edge(65, 0, "thickThinLargeGap")),
    ],
)
def test_a_border_is_as_wide_as_its_lines(said: str, expected: Edge) -> None:
    assert edge(element(said)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ('<w:sz w:val="21"/>', {"size": 210}),
        ('<w:sz w:val="1"/>', {"size": 20}),
        ('<w:sz w:val="junk"/>', {"size": 200}),
        ('<w:szCs w:val="21"/>', {"complex_size": 210}),
        ('<w:b w:val="1"/>', {"bold": True}),
        ('<w:spacing w:val="-1pt"/>', {"spacing": -20}),
        ('<w:w w:val="90%"/>', {"scale": 90}),
        ('<w:w w:val=""/>', {"scale": 100}),
        ('<w:kern w:val="28"/>', {"kern_from": 280}),
        ('<w:position w:val="-3"/>', {"shift": -30}),
        ('<w:vertAlign w:val="superscript"/>', {"raised": "superscript"}),
        ('<w:cs w:val="1"/>', {"right_to_left": True}),
        (
            '<w:rFonts w:ascii="A" w:hAnsi="B" w:eastAsia="C" w:cs="D"/>',
            {"font": "A", "other_font": "B", "east_asian_font": "C", "complex_font": "D"},
        ),
        ('<w:rFonts w:ascii="A" w:asciiTheme="minorAscii"/>', {"font": "Theme"}),
        ('<w:rFonts w:ascii="A" w:asciiTheme="minor"/>', {"font": "A"}),
        (
            '<w:rFonts w:hAnsiTheme="majorHAnsi"/>',
            {"other_font": "a font of a theme that is not there"},
        ),
        ('<w:rFonts w:cstheme="majorBidi"/>', {}),
    ],
)
def test_what_runs_say(said: str, expected: dict[str, object]) -> None:
    parent = etree.Element("rPr")
    parent.append(element(said))
    assert read_run(parent, {"minorAscii": "Theme"}) == expected
