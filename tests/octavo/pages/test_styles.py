from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Bounds = Callable[..., tuple[int, int, str]]
    Height = Callable[..., int]
    Obstacle = Callable[..., str]
    Text = Callable[..., str]

LINE = 230


def _style(name: str, inside: str, *, based: str = "Normal", kind: str = "paragraph") -> str:
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{parent}{inside}</w:style>'


def test_a_style_inherits_from_the_one_it_is_based_on(height: Height, paragraph: Text) -> None:
    styles = _style("A", '<w:pPr><w:spacing w:before="100"/></w:pPr>') + _style(
        "B", '<w:pPr><w:spacing w:line="300" w:lineRule="exact"/></w:pPr>', based="A"
    )
    body = paragraph("x", '<w:pStyle w:val="B"/>')
    assert height(body, styles=styles) == 100 + 300


def test_a_style_inherits_over_any_distance(height: Height, paragraph: Text) -> None:
    spaced = _style("S0", '<w:pPr><w:spacing w:before="100"/></w:pPr>')
    styles = spaced + "".join(_style(f"S{at}", "", based=f"S{at - 1}") for at in range(1, 60))
    last = paragraph("x", '<w:pStyle w:val="S59"/>')
    middle = paragraph("x", '<w:pStyle w:val="S30"/>')
    assert height(last + middle, styles=styles) == 2 * (100 + LINE)


def test_styles_based_on_each_other_are_not_measured(obstacle: Obstacle, paragraph: Text) -> None:
    styles = _style("A", "", based="B") + _style("B", "", based="A")
    assert obstacle(paragraph("x"), styles=styles) == ""
    used = paragraph("x", '<w:pStyle w:val="A"/>')
    assert obstacle(used, styles=styles) == "styles that are based on each other"


def test_an_unknown_style_is_the_default_one(height: Height, paragraph: Text) -> None:
    assert height(paragraph("x", '<w:pStyle w:val="Gone"/>')) == LINE


def test_a_character_style_sets_the_size_of_its_run(height: Height, paragraph: Text) -> None:
    styles = _style("Big", '<w:rPr><w:sz w:val="40"/></w:rPr>', based="", kind="character")
    assert height(paragraph("x", "", '<w:rStyle w:val="Big"/>'), styles=styles) == 460
    assert height(paragraph("x", "", '<w:rStyle w:val="Gone"/>'), styles=styles) == LINE


def test_defaults_hold_where_no_style_speaks(height: Height, paragraph: Text) -> None:
    assert height(paragraph("x"), defaults='<w:spacing w:before="60"/>') == LINE + 60


def test_a_theme_font_wins_over_a_name(height: Height, paragraph: Text) -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
        "</a:fontScheme></a:themeElements></a:theme>"
    )
    run = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:asciiTheme="minorHAnsi"/>'
    assert height(paragraph("x", "", run), parts={"theme": theme}) == 244


def test_an_empty_paragraph_is_as_high_as_its_mark(height: Height) -> None:
    marked = '<w:p><w:pPr><w:rPr><w:sz w:val="40"/></w:rPr></w:pPr></w:p>'
    assert height(marked) == 460


def test_a_paragraph_whose_mark_and_text_are_hidden_is_not_there(
    height: Height, paragraph: Text
) -> None:
    hidden = (
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>"
    )
    assert height(paragraph("x") + hidden) == LINE


def test_where_a_file_states_no_defaults_of_runs_text_is_kerned(
    height: Height, paragraph: Text
) -> None:
    names = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/>'
    stated = f"<w:docDefaults><w:rPrDefault><w:rPr>{names}</w:rPr></w:rPrDefault></w:docDefaults>"
    body = paragraph("AV" * 9, '<w:ind w:right="7458"/>')
    assert height(body, parts={"styles": "<w:docDefaults/>"}) == 269
    assert height(body, parts={"styles": stated}) == 2 * 269


SIZE = '<w:rPr><w:sz w:val="24"/></w:rPr>'


@pytest.mark.parametrize(
    ("styles", "height_of_line"),
    [
        ("<w:docDefaults><w:rPrDefault/></w:docDefaults>", 231),
        ("<w:docDefaults><w:pPrDefault/></w:docDefaults>", 269),
        (
            f"<w:docDefaults><w:rPrDefault>{SIZE}</w:rPrDefault></w:docDefaults>",
            276,
        ),
        ("", 269),
    ],
    ids=["standard", "of runs nothing stated", "size alone", "nothing stated"],
)
def test_what_a_file_does_not_state_is_as_in_libreoffice(
    height: Height, paragraph: Text, styles: str, height_of_line: int
) -> None:
    assert height(paragraph("x"), parts={"styles": styles}) == height_of_line
    if not styles:
        assert height(paragraph("x"), without=("styles", "settings")) == height_of_line


def test_a_heading_may_keep_the_space_of_a_parent_that_is_missing(
    bounds: Bounds, paragraph: Text
) -> None:
    style = (
        '<w:style w:type="{}" w:styleId="H"><w:name w:val="heading 1"/>'
        '<w:basedOn w:val="Gone"/></w:style>'
    )
    body = paragraph("a") + paragraph("b", '<w:pStyle w:val="H"/>') + paragraph("c")
    expected = (3 * 230, 3 * 230 + 360, "a style based on one that is missing")
    assert bounds(body, styles=style.format("paragraph")) == expected
    assert bounds(body, styles=style.format("character"))[2] == ""


MARK = "the mark of an empty paragraph in a character style"
LARGE = (
    '<w:style w:type="character" w:styleId="Large"><w:rPr><w:sz w:val="40"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Plain"/>'
)


def test_a_mark_in_a_character_style_counts_at_most(
    bounds: Callable[..., tuple[int, int, str]], paragraph: Callable[..., str]
) -> None:
    """LibreOffice leaves the style out, and Word does not."""

    def marked(style: str, text: str = "") -> str:
        return paragraph(text, f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>')

    assert bounds(marked("Large"), styles=LARGE) == (230, 460, MARK)
    assert bounds(marked("Plain"), styles=LARGE) == (230, 230, "")
    assert bounds(marked("Large", "a"), styles=LARGE) == (230, 230, "")


def test_a_label_takes_the_character_style_of_the_mark(
    height: Callable[..., int], paragraph: Callable[..., str]
) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    numbered = paragraph("a", number + '<w:rPr><w:rStyle w:val="Large"/></w:rPr>')
    assert height(numbered, styles=LARGE, parts={"numbering": numbering}) == 460
