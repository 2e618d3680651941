"""Constructs with bounds in place of figures: what they take at least, and at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Bounds = Callable[..., tuple[int, int, str]]
    Grid = Callable[..., str]
    Obstacle = Callable[..., str]
    Text = Callable[..., str]

LINE = 230
EMU = 635
AROUND = "a picture or shape that text runs around"
OLD = "a drawing of the old kind (VML)"
DELETED = "a tracked deletion"


def _run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def _anchor(wrap: str, inside: str = "", height: int = 1000) -> str:
    extent = f'<wp:extent cx="{EMU}" cy="{height * EMU}"/>'
    return f"<w:drawing><wp:anchor>{extent}<wp:{wrap}/>{inside}</wp:anchor></w:drawing>"


def _inline(inside: str = "", height: int = 1000) -> str:
    extent = f'<wp:extent cx="{EMU}" cy="{height * EMU}"/>'
    return f"<w:drawing><wp:inline>{extent}{inside}</wp:inline></w:drawing>"


def _shape(style: str, inside: str = "", attributes: str = "") -> str:
    return (
        f'<w:pict><v:shapetype/><v:shape style="{style}" {attributes}>{inside}</v:shape></w:pict>'
    )


BOX = "<wps:wsp><wps:txbx/></wps:wsp>"
SQUARE = '<w10:wrap type="square"/>'
FLOATING = "position:absolute;width:10pt;height:50pt"


CHOICE = (
    f"<mc:AlternateContent><mc:Choice>{_anchor('wrapTight')}</mc:Choice><mc:Fallback>"
    f"{_shape(FLOATING, SQUARE)}</mc:Fallback></mc:AlternateContent>"
)


@pytest.mark.parametrize(
    ("inside", "least", "greatest", "construct"),
    [
        (_anchor("wrapNone"), LINE, LINE, ""),
        (_anchor("wrapSquare"), LINE, LINE + 1000, AROUND),
        (_anchor("wrapTopAndBottom", BOX), LINE, LINE + 1250, AROUND),
        (_shape(FLOATING, SQUARE), LINE, LINE + 1000, AROUND),
        (_shape(FLOATING, '<w10:wrap type="none"/>'), LINE, LINE, ""),
        (_shape(FLOATING), LINE, LINE, ""),
        (CHOICE, LINE, LINE + 1000, AROUND),
        ("<mc:AlternateContent/>", LINE, LINE, ""),
        ("<w:drawing><wp:other/></w:drawing>", LINE, LINE, ""),
    ],
)
def test_a_drawing_that_text_runs_around_may_push_it_down(
    bounds: Bounds, inside: str, least: int, greatest: int, construct: str
) -> None:
    assert bounds(f"<w:p>{_run('<w:t>a</w:t>' + inside)}</w:p>") == (least, greatest, construct)


def test_a_drawing_in_a_cell_may_make_it_higher(bounds: Bounds, table: Grid) -> None:
    offset = f"<wp:positionV><wp:posOffset>{200 * EMU}</wp:posOffset></wp:positionV>"
    for drawn in (_anchor("wrapNone", offset), _shape(f"{FLOATING};margin-top:10pt")):
        cell = f"<w:p>{_run('<w:t>a</w:t>' + drawn)}</w:p>"
        in_cell = "a drawing in a cell that no text runs around"
        assert bounds(table([[cell]])) == (LINE, LINE + 1200, in_cell)


DESCENT = 42
OBJECT = _shape("width:9;height:50pt").replace("w:pict", "w:object")


@pytest.mark.parametrize(
    ("inside", "least", "greatest", "construct"),
    [
        (_inline(), 1000 + DESCENT, 1000 + DESCENT, ""),
        (_inline().replace("<wp:inline>", '<wp:inline distT="99999">'), 1042, 1042, ""),
        (_inline(BOX), 800 + DESCENT, 1250 + DESCENT, "a box of text in the line"),
        (_shape("width:1in;height:50pt"), 1000 + DESCENT, 1250 + DESCENT, OLD),
        (_shape("width:1in;height:10mm"), 567 + DESCENT, 709 + DESCENT, OLD),
        (_shape("width:1in;height:1cm"), 567 + DESCENT, 709 + DESCENT, OLD),
        (_shape("width:1in;height:2pc"), 480 + DESCENT, 600 + DESCENT, OLD),
        (_shape("height:40", attributes='o:hr="t"'), 600 + DESCENT, 750 + DESCENT, OLD),
        (
            f"<w:object>{_shape('width:9;height:50pt')[8:-9]}</w:object>",
            1000 + DESCENT,
            1250 + DESCENT,
            OLD,
        ),
    ],
)
def test_a_drawing_in_the_line_has_its_size(
    bounds: Bounds, inside: str, least: int, greatest: int, construct: str
) -> None:
    assert bounds(f"<w:p>{_run('<w:t>a</w:t>' + inside)}</w:p>") == (least, greatest, construct)


@pytest.mark.parametrize(
    ("inside", "construct"),
    [
        (_shape("width:1pt"), "a drawing of the old kind (VML) without a size"),
        ("<w:drawing><wp:inline/></w:drawing>", "a picture without a size"),
    ],
)
def test_a_drawing_without_a_size_is_not_measured(
    obstacle: Obstacle, inside: str, construct: str
) -> None:
    assert obstacle(f"<w:p>{_run(inside)}</w:p>") == construct


TURNED = '<w:textDirection w:val="btLr"/>'


def test_turned_text_is_as_high_as_one_long_line_at_most(
    bounds: Bounds, paragraph: Text, table: Grid
) -> None:
    widths, row = (2500, 2500), [paragraph("word " * 20), paragraph("a")]
    least, greatest, construct = bounds(table([row], widths=widths, cells_inside={(0, 0): TURNED}))
    assert (least, construct) == (LINE, "turned text")
    assert greatest > 30 * LINE
    merged = {(0, 0): f'<w:vMerge w:val="restart"/>{TURNED}', (1, 0): "<w:vMerge/>"}
    rows = [row, [paragraph(""), paragraph("b")]]
    assert bounds(table(rows, widths=widths, cells_inside=merged))[:2] == (2 * LINE, greatest)


@pytest.mark.parametrize(
    ("inside", "construct"), [("<w:tab/>", "a tab in turned text"), ("", "a table in turned text")]
)
def test_what_is_more_than_turned_text_is_not_measured(
    obstacle: Callable[..., str], paragraph: Text, table: Grid, inside: str, construct: str
) -> None:
    cell = f"<w:p>{_run(inside)}</w:p>" if inside else table([[paragraph("a")]]) + paragraph("b")
    assert obstacle(table([[cell]], cells_inside={(0, 0): TURNED})) == construct


def test_what_was_deleted_counts_at_most(bounds: Bounds, paragraph: Text, table: Grid) -> None:
    deleted = f"<w:del>{_run('<w:delText>' + 'gone ' * 40 + '</w:delText>')}</w:del>"
    assert bounds(f"<w:p>{_run('<w:t>a </w:t>') + deleted}</w:p>") == (LINE, 3 * LINE, DELETED)
    merged = paragraph("a", "<w:rPr><w:del/></w:rPr>") + paragraph("b")
    assert bounds(merged) == (LINE, 2 * LINE, DELETED)
    rows = table([[paragraph("a")], [paragraph("b")]], rows_inside=("<w:del/>",))
    assert bounds(rows) == (LINE, 2 * LINE, DELETED)
    assert bounds(paragraph("a") + table([[paragraph("a")]], rows_inside=("<w:del/>",))) == (
        LINE,
        2 * LINE,
        DELETED,
    )


def test_what_floats_takes_its_room_at_most(bounds: Bounds, paragraph: Text, table: Grid) -> None:
    framed = paragraph("a", "<w:framePr/>") + paragraph("b")
    assert bounds(framed) == (LINE, 2 * LINE, "a text frame")
    floating = table([[paragraph("a")]], inside="<w:tblpPr/>") + paragraph("b")
    assert bounds(floating) == (LINE, 2 * LINE, "a floating table")


@pytest.mark.parametrize(
    ("properties", "least", "greatest", "construct"),
    [
        ('<w:spacing w:beforeAutospacing="1"/>', 0, 280, "automatic space between paragraphs"),
        (
            '<w:spacing w:before="300" w:beforeAutospacing="1"/>',
            0,
            300,
            "automatic space between paragraphs",
        ),
        ('<w:spacing w:afterLines="100"/>', 0, 480, "space between paragraphs in lines"),
    ],
)
def test_space_has_bounds(
    bounds: Bounds, paragraph: Text, properties: str, least: int, greatest: int, construct: str
) -> None:
    found = bounds(paragraph("x") + paragraph("a", properties) + paragraph("x"))
    assert (found[0] - 3 * LINE, found[1] - 3 * LINE, found[2]) == (least, greatest, construct)


def test_an_indent_in_characters_has_bounds(bounds: Bounds, paragraph: Text) -> None:
    text = paragraph("mmmmmmmmmm nnnnnnnnnn", '<w:ind w:rightChars="3000"/>')
    least, greatest, doubt = bounds(text)
    assert (least, greatest > 2 * LINE, doubt) == (LINE, True, "an indent in characters")
    hanging = paragraph("a", '<w:ind w:left="400" w:hangingChars="100"/>')
    assert bounds(hanging)[2] == "an indent in characters"


@pytest.mark.parametrize(
    ("inside", "greatest", "construct"),
    [
        ("<w:ptab/><w:t>b</w:t>", 2 * LINE, "a tab aligned to the margins"),
        (
            '<w:sym w:font="Wingdings" w:char="F0FC"/>',
            216 + 54,
            "the character “\ue000”, which “Arial” lacks",
        ),
        (
            "<w:ruby><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby>",
            400 + DESCENT,
            "a phonetic guide",
        ),
    ],
)
def test_what_is_odd_in_a_line_has_bounds(
    bounds: Bounds, inside: str, greatest: int, construct: str
) -> None:
    assert bounds(f"<w:p>{_run('<w:t>a</w:t>' + inside)}</w:p>") == (LINE, greatest, construct)


def test_a_formula_is_a_letter_at_least(bounds: Bounds) -> None:
    fraction = "<m:f><m:num><m:r><m:t>xy</m:t></m:r></m:num></m:f>"
    found = bounds(f"<w:p><m:oMath>{fraction}</m:oMath></w:p>")
    assert found == (LINE, 600 + DESCENT, "a formula")


def test_a_page_break_before_a_comment_may_be_lost(bounds: Bounds, paragraph: Text) -> None:
    broken = '<w:br w:type="page"/>'
    mark = _run('<w:commentReference w:id="0"/>')
    found = bounds(f"<w:p>{_run('<w:t>a</w:t>' + broken)}{mark}</w:p>" + paragraph("b"))
    assert found[0] == 2 * LINE
    assert found[2] == "a page break before a comment"
    assert bounds(f"<w:p>{_run('<w:t>a</w:t>' + broken)}</w:p>" + paragraph("b"))[2] == ""


def test_a_row_may_have_margins_of_its_own(bounds: Bounds, paragraph: Text, table: Grid) -> None:
    own = '<w:tblPrEx><w:tblCellMar><w:top w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPrEx>'
    grid = table([[paragraph("a")]]).replace("<w:trPr>", own + "<w:trPr>")
    assert bounds(grid) == (LINE, LINE + 100, "a row with table properties of its own")


def test_text_from_right_to_left_has_bounds(bounds: Bounds, paragraph: Text) -> None:
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:szCs w:val="20"/><w:rtl/>'
    least, greatest, doubt = bounds(paragraph("سلام " * 60, "<w:bidi/>", fonts))
    assert LINE < least < greatest
    assert doubt == "text in the script of “س”"


def test_raised_text_makes_a_line_higher_at_most(bounds: Bounds, paragraph: Text) -> None:
    raised = paragraph("a", "", '<w:position w:val="6"/>')
    assert bounds(raised) == (LINE, LINE + 120, "text raised or lowered by a distance")
    assert bounds(paragraph("a", "", '<w:position w:val="0"/>')) == (LINE, LINE, "")


BREAK = '<w:r><w:br w:type="page"/></w:r>'
SPLITS = "<w:compat><w:splitPgBreakAndParaMark/></w:compat>"


def test_page_breaks_in_a_row_may_be_one(bounds: Bounds, paragraph: Text) -> None:
    least, greatest, doubt = bounds(f"<w:p>{BREAK}{BREAK}</w:p>" + paragraph("a"))
    assert (greatest - least, doubt) == (14570, "page breaks in a row")
    between = f"<w:p>{BREAK}{_run('<w:t>a</w:t>')}{BREAK}</w:p>"
    assert bounds(between + paragraph("a"))[2] == ""


def test_an_empty_paragraph_that_ends_a_section_may_be_left_out(
    bounds: Bounds, paragraph: Text
) -> None:
    ending = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    body = paragraph("a") + f"<w:p>{BREAK}</w:p>" + paragraph("", ending) + paragraph("b")
    least, greatest, doubt = bounds(body)
    assert (greatest - least, doubt) == (14570, "a page break before a section break")
    assert bounds(paragraph("a") + paragraph("", ending) + paragraph("b"))[2] == ""


def test_a_mark_behind_a_page_break_may_begin_a_page(bounds: Bounds, paragraph: Text) -> None:
    body = paragraph("a") + f"<w:p>{BREAK}</w:p>"
    assert bounds(body)[:2] == (2 * LINE, 2 * LINE)
    assert bounds(body, settings=SPLITS)[:2] == (14570 + LINE, 14570 + LINE)
    last = f"<w:p><w:pPr><w:sectPr/></w:pPr>{BREAK}</w:p>"
    assert bounds(last + paragraph("a"), settings=SPLITS)[0] == 14570 + LINE


def test_the_space_between_cells_counts_at_most(
    bounds: Bounds, paragraph: Text, table: Grid
) -> None:
    """LibreOffice leaves it out, and Word does not."""
    spacing = '<w:tblCellSpacing w:w="30" w:type="dxa"/>'
    rows = table([[paragraph("a")], [paragraph("b")]], inside=spacing)
    assert bounds(rows) == (2 * LINE, 2 * LINE + 4 * 60, "a table with spaced cells")
    row = table([[paragraph("a")]], rows_inside=(spacing,))
    assert bounds(row) == (LINE, LINE + 2 * 60, "a table with spaced cells")


def test_a_hidden_break_that_clears_counts_at_most(bounds: Bounds, paragraph: Text) -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    broken = '<w:p><w:pPr>{0}</w:pPr><w:r>{0}<w:br w:type="textWrapping"{1}/></w:r></w:p>'
    clears = broken.format(hidden, ' w:clear="all"') + paragraph("a")
    assert bounds(clears) == (LINE, 3 * LINE, "a hidden line break")
    assert bounds(broken.format(hidden, "") + paragraph("a")) == (LINE, LINE, "")


def test_a_long_word_may_be_broken_at_the_end_of_a_line(bounds: Bounds, paragraph: Text) -> None:
    body = paragraph(" ".join(["m" * 38] * 3))
    assert bounds(body)[:2] == (3 * LINE, 3 * LINE)
    on = "<w:autoHyphenation/>"
    assert bounds(body, settings=on) == (2 * LINE, 3 * LINE, "automatic hyphenation")
    assert bounds(body, settings='<w:autoHyphenation w:val="0"/>')[2] == ""


def test_space_between_paragraphs_may_add_up(bounds: Bounds, paragraph: Text) -> None:
    body = paragraph("a", '<w:spacing w:after="100"/>') + paragraph(
        "b", '<w:spacing w:before="60"/>'
    )
    assert bounds(body)[0] == 2 * LINE + 100
    sums = "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>"
    assert bounds(body, settings=sums)[:2] == (2 * LINE + 160, 2 * LINE + 160)


def test_an_address_is_cut_where_it_must_at_most(bounds: Bounds, paragraph: Text) -> None:
    address = f"www.{'m' * 28}-{'m' * 28}"
    body = paragraph(f"{'m' * 26} {address}-{'m' * 50}")
    assert bounds(body) == (3 * LINE, 4 * LINE, "the address of a page")
    long = paragraph(f"www.{'m' * 70}")
    assert bounds(long)[:2] == (2 * LINE, 2 * LINE)
