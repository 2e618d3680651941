from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from octavo.pages.boxes import Break, Label, Paragraph, Tab
from octavo.pages.formats import ParagraphFormat, RunFormat, TabStop
from octavo.pages.lines import line_height, lines
from octavo.pages.reading import End, Reading, TextOptions
from octavo.pages.shaping import Box, shaper

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from octavo.pages.boxes import Atom

    Bounds = Callable[..., tuple[int, int, str]]
    Height = Callable[..., int]
    Obstacle = Callable[..., str]
    Text = Callable[..., str]

LINE = 230
WORDS = "mmmmmmmmmm nnnnnnnnnn"
"""2834 twips wide in Arial 10."""
WIDTH = 9638


def _narrow(width: int) -> str:
    return f'<w:ind w:right="{WIDTH - width}"/>'


@pytest.mark.parametrize(("width", "lines"), [(2834, 1), (2833, 2), (1500, 2), (100, 63)])
def test_words_go_on_a_line_while_they_fit(
    height: Height, paragraph: Text, width: int, lines: int
) -> None:
    if lines < 10:
        assert height(paragraph(WORDS, _narrow(width))) == lines * LINE
    else:
        assert height(paragraph(WORDS, _narrow(width))) == 20 * LINE


def test_blanks_at_the_end_of_a_line_hang_into_the_margin(height: Height, paragraph: Text) -> None:
    assert height(paragraph(WORDS + " " * 9, _narrow(2834))) == LINE


def test_a_word_may_run_through_several_runs(height: Height) -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
    plain = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    runs = plain.format("mmmmm") + bold.format("mmmmm") + plain.format(" ") + plain.format("n" * 10)
    body = f"<w:p><w:pPr>{_narrow(1700)}</w:pPr>{runs}</w:p>"
    assert height(body) == 2 * LINE
    spaced = plain.format("m ") + bold.format(" ") + plain.format("n")
    assert height(f"<w:p>{spaced}</w:p>") == LINE


def test_slanted_text_keeps_the_end_of_its_line_free_in_new_files(
    height: Height, paragraph: Text
) -> None:
    def settings(mode: int) -> str:
        return (
            '<w:compat><w:compatSetting w:name="other" w:val="1"/>'
            f'<w:compatSetting w:name="compatibilityMode" w:val="{mode}"/></w:compat>'
        )

    body = paragraph(WORDS, _narrow(2834), "<w:i/>")
    assert height(body, settings=settings(14)) == LINE
    assert height(body, settings=settings(15)) == 2 * LINE
    assert height(body, settings="<w:compat/>") == LINE


def test_a_soft_hyphen_shows_at_the_end_of_a_line(height: Height, paragraph: Text) -> None:
    word = "m" * 10 + "\u00ad" + "n" * 10
    assert height(paragraph(word, _narrow(1666 + 1113))) == LINE
    assert height(paragraph("x " + word, _narrow(1890))) == 2 * LINE
    assert height(paragraph("x " + word, _narrow(1880))) == 3 * LINE


def test_breaks_end_lines(height: Height) -> None:
    body = "<w:p><w:r><w:t>a</w:t><w:br/><w:cr/><w:t>b</w:t></w:r></w:p>"
    assert height(body) == 3 * LINE
    assert height("<w:p><w:r><w:t>a</w:t><w:br/></w:r></w:p>") == 2 * LINE


def test_a_tab_goes_to_the_next_stop(height: Height) -> None:
    stops = (
        '<w:tabs><w:tab w:val="left" w:pos="9000"/><w:tab w:val="bar" w:pos="100"/>'
        '<w:tab w:val="clear" w:pos="50"/></w:tabs>'
    )
    text = f"<w:r><w:t>a</w:t><w:tab/><w:t>{'m' * 4}</w:t></w:r>"
    assert height(f"<w:p><w:pPr>{stops}</w:pPr>{text}</w:p>") == 3 * LINE
    assert height(f"<w:p>{text}</w:p>") == LINE


def _tabbed(before: str, after: str, properties: str = "") -> str:
    runs = f"<w:r><w:t>{before}</w:t><w:tab/><w:t xml:space='preserve'>{after}</w:t></w:r>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("a", "m" * 57, 3),  # a tab at the beginning of a line stays there
        ("m" * 50, "m" * 9 + " " + "m" * 44, 2),
        ("m" * 50, "m" * 9 + " " + "m" * 46, 3),
        ("m" * 50, " " + "m" * 57, 2),
    ],
)
def test_a_tab_goes_on_the_next_line_with_the_word_behind_it(
    height: Height, before: str, after: str, lines: int
) -> None:
    assert height(_tabbed(before, after)) == lines * LINE


@pytest.mark.parametrize(("right", "lines"), [(WIDTH, 1), (9600, 1), (9300, 2)])
def test_the_last_tab_of_a_paragraph_may_stand_in_the_margin(
    height: Height, right: int, lines: int
) -> None:
    before = "m" * (55 if right < 9600 else 57)
    assert height(_tabbed(before, "", _narrow(right))) == lines * LINE


def test_a_tab_at_the_very_end_of_a_line_begins_a_new_one(height: Height) -> None:
    stops = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
    assert height(_tabbed("a", "b</w:t><w:tab/><w:t>c", stops)) == 2 * LINE


@pytest.mark.parametrize("kind", ["left", "right"])
def test_text_may_run_over_behind_a_tab_stop_past_the_margin(bounds: Bounds, kind: str) -> None:
    stops = f'<w:tabs><w:tab w:val="{kind}" w:pos="9700"/></w:tabs>'
    words = " ".join(["mmmm"] * 20)
    least, greatest, doubt = bounds(_tabbed("mm", f"{words}</w:t><w:tab/><w:t>m", stops))
    assert least == LINE < greatest
    assert doubt == "a tab stop past the margin"


def test_a_figure_may_stand_before_or_behind_a_decimal_tab_stop(bounds: Bounds) -> None:
    stops = f'<w:tabs><w:tab w:val="decimal" w:pos="{WIDTH}"/></w:tabs>'
    found = bounds(_tabbed("a", "m" * 20, stops))
    assert found == (LINE, 3 * LINE, "a decimal tab stop")


def test_a_paragraph_has_few_tab_stops(obstacle: Obstacle) -> None:
    def stops(first: int, count: int) -> str:
        tabs = (f'<w:tab w:val="left" w:pos="{first + at}"/>' for at in range(count))
        return f"<w:pPr><w:tabs>{''.join(tabs)}</w:tabs></w:pPr>"

    many = "a paragraph with more than 64 tab stops"
    assert obstacle(f"<w:p>{stops(0, 64)}</w:p>") == ""
    assert obstacle(f"<w:p>{stops(0, 65)}</w:p>") == many
    styles = f'<w:style w:type="paragraph" w:default="1" w:styleId="T">{stops(0, 60)}</w:style>'
    assert obstacle(f"<w:p>{stops(0, 60)}</w:p>", styles=styles) == ""
    assert obstacle(f"<w:p>{stops(4, 61)}</w:p>", styles=styles) == many


@pytest.mark.parametrize(
    ("kind", "text", "lines"),
    [
        ("right", "m" * 30, 1),
        ("right", "m" * 60, 4),
        ("center", "m" * 18, 1),
    ],
)
def test_text_at_a_right_or_centred_stop_fills_the_gap_before_it(
    height: Height, kind: str, text: str, lines: int
) -> None:
    stops = (
        f'<w:tabs><w:tab w:val="{kind}" w:pos="{WIDTH if kind != "center" else 7000}"/></w:tabs>'
    )
    run = f"<w:r><w:t>a</w:t><w:tab/><w:t>{text}</w:t></w:r>"
    assert height(f"<w:p><w:pPr>{stops}</w:pPr>{run}</w:p>") == lines * LINE


def test_a_right_stop_past_the_margin_stands_at_it(height: Height) -> None:
    stops = '<w:tabs><w:tab w:val="right" w:pos="20000"/></w:tabs>'
    run = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"
    assert height(f"<w:p><w:pPr>{stops}</w:pPr>{run}</w:p>") == LINE


def test_a_tab_past_the_end_of_the_line_begins_a_new_one(height: Height) -> None:
    run = f"<w:r><w:t>{'m' * 57}</w:t><w:tab/><w:t>b</w:t></w:r>"
    assert height(f"<w:p>{run}</w:p>") == 2 * LINE


def _picture(width: int, height: int) -> str:
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0"><wp:extent '
        f'cx="{width * 635}" cy="{height * 635}"/></wp:inline></w:drawing></w:r>'
    )


@pytest.mark.parametrize(
    ("spacing", "text", "expected"),
    [
        ("", "", 794),
        ("", "x", 836),
        ('<w:spacing w:line="276" w:lineRule="auto"/>', "", 828),
        ('<w:spacing w:line="276" w:lineRule="auto"/>', "x", 870),
        ('<w:spacing w:line="216" w:lineRule="auto"/>', "", 714),
        ('<w:spacing w:line="900" w:lineRule="atLeast"/>', "", 900),
        ('<w:spacing w:line="262" w:lineRule="exact"/>', "", 262),
    ],
)
def test_a_picture_in_the_line_is_as_high_as_in_libreoffice(
    height: Height, spacing: str, text: str, expected: int
) -> None:
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    body = f"<w:p><w:pPr>{spacing}</w:pPr>{_picture(1700, 794)}{run}</w:p>"
    assert height(body) == expected


def test_a_picture_that_does_not_fit_begins_a_new_line(height: Height) -> None:
    body = f"<w:p><w:r><w:t>{WORDS}</w:t></w:r>{_picture(9000, 300)}</w:p>"
    assert height(body) == LINE + 300


def test_a_picture_without_a_size_is_not_measured(obstacle: Obstacle) -> None:
    body = "<w:p><w:r><w:drawing><wp:inline/></w:drawing></w:r></w:p>"
    assert obstacle(body) == "a picture without a size"


def test_spacing_beside_a_picture_is_that_of_the_style(height: Height) -> None:
    """Neither the mark nor the run tells how high a text beside it would be."""
    spacing = '<w:spacing w:line="360" w:lineRule="auto"/>'
    large = '<w:rPr><w:sz w:val="72"/></w:rPr>'
    plain = height(f"<w:p><w:pPr>{spacing}</w:pPr>{_picture(800, 800)}</w:p>")
    marked = f"<w:p><w:pPr>{spacing}{large}</w:pPr>{_picture(800, 800)}</w:p>"
    assert height(marked) == plain == 800 + 115


@pytest.mark.parametrize(
    ("line", "rule", "grid", "expected"),
    [
        (240, "auto", 0, 230),
        (480, "auto", 0, 230 + 200),
        (360, "auto", 0, 230 + 100),
        (252, "auto", 0, 230 + 200 * 5 // 100),
        (120, "auto", 0, 115),
        (239, "auto", 0, 230 * 99 // 100),
        (100, "exact", 0, 100),
        (100, "atLeast", 0, 230),
        (231, "atLeast", 0, 231),
        (480, "atLeast", 0, 480),
        (240, "auto", 230, 230),
        (240, "auto", 229, 458),
        (240, "auto", 115, 230),
        (360, "auto", 229, 458 + 100),
        (120, "auto", 229, 458),
        (100, "exact", 229, 458),
    ],
)
def test_spacing_and_the_grid_make_a_line_higher(
    line: int, rule: str, grid: int, expected: int
) -> None:
    assert line_height(ParagraphFormat(line=line, line_rule=rule), 230, 200, grid) == expected
    free = ParagraphFormat(line=line, line_rule=rule, snap_to_grid=False)
    assert line_height(free, 230, 200, grid) == line_height(free, 230, 200)


ARIAL = RunFormat(font="Arial", other_font="Arial")
FACE = shaper(ARIAL, Reading(End.GREATEST))
TAB = Tab(ARIAL)


def text(width: float, blank: float = 0, **more: Any) -> Box:  # noqa: ANN401 - as Box takes them
    """A word so wide, with a blank behind it; its letters are not looked at."""
    return Box(width, blank, 10, 2, (("a", FACE),), **more)


def count(
    *atoms: Atom,
    width: float,
    label: Label | None = None,
    end: End = End.GREATEST,
    options: Mapping[str, bool] | None = None,
    **said: Any,  # noqa: ANN401 - as ParagraphFormat takes them
) -> int:
    """How many lines atoms take between margins so far apart."""
    made = Paragraph(etree.Element("p"), ParagraphFormat(**said), atoms, ARIAL, ARIAL, label)
    return len(lines(made, width, TextOptions(reading=Reading(end), **(options or {}))))  # type: ignore[arg-type]  # all of them flags


SLANT, HYPHENS = {"options": {"keeps_slant": True}}, {"hyphenates": True}


@pytest.mark.parametrize(
    ("atoms", "more", "least"),
    [
        ((text(50, 10), text(50, 10)), {}, 110),
        ((text(50, 10), text(50, 10, ending=5)), {}, 115),
        ((text(50, 10), text(50, 10, slant=5)), SLANT, 115),
        ((text(50, 10), text(50, 10, slant=5)), {}, 110),
        ((text(50, 10), text(50, notes=("1",), ending=5)), {}, 115),
        ((text(50, 10), text(50, notes=("1",), slant=5)), SLANT, 115),
        ((text(50, 10), text(50, notes=("1",), slant=5)), {}, 110),
        ((text(50, 10), Box(50, 0, 10, 2)), {}, 110),
        ((text(50, 10), text(50)), {"left": 7, "right": 8}, 125),
        ((text(50, 10), text(50)), {"left": 7, "first": -7}, 110),
        ((text(50, 10), text(50)), {"left": 7, "first": 3}, 120),
        ((text(50), TAB, text(50)), {}, 770),
        ((text(50), TAB, text(50)), {"tabs": (TabStop(300, "left"),)}, 350),
        ((text(719), TAB, text(50)), {}, 770),
        ((text(720), TAB, text(50)), {}, 1490),
        ((text(50), TAB, text(300), TAB, text(9)), {"tabs": (TabStop(500, "center"),)}, 729),
        ((text(50), TAB, text(300), TAB, text(9)), {"tabs": (TabStop(500, "right"),)}, 729),
        ((text(50), TAB, text(400), TAB, text(9)), {"tabs": (TabStop(700, "right"),)}, 729),
        ((text(50), TAB, text(400), TAB, text(9)), {"tabs": (TabStop(500, "end"),)}, 729),
        ((text(50), TAB, text(450), text(9)), {"tabs": (TabStop(500, "right"),)}, 509),
    ],
)  # fmt: skip
def test_a_line_holds_what_fits(atoms: tuple[Atom, ...], more: dict[str, Any], least: int) -> None:
    assert count(*atoms, width=least, **more) == 1
    assert count(*atoms, width=least - 1, **more) > 1


@pytest.mark.parametrize(
    ("label", "end", "least"),
    [
        (Label("1.", ARIAL, "nothing"), End.GREATEST, FACE.width("1.") + 100),
        (Label("1.", ARIAL, "space"), End.GREATEST, FACE.width("1. ") + 100),
        (Label("1.", ARIAL, "tab"), End.GREATEST, 360 + 100),
        (Label("\uf0b7", RunFormat(font="Symbol"), "tab"), End.LEAST, 360 + 100),
        (Label("\uf0b7", RunFormat(font="Symbol", size=400), "tab"), End.LEAST, 360 + 100),
        (Label("\uf0b7", RunFormat(font="Symbol", size=360), "tab"), End.GREATEST, 360 + 100),
        (Label("\uf0b7", RunFormat(font="Symbol", size=361), "tab"), End.GREATEST, 720 + 100),
        (Label("\uf0b7", RunFormat(font="Symbol"), "nothing"), End.LEAST, 40 + 100),
        (Label("\uf0b7", RunFormat(font="Symbol"), "nothing"), End.GREATEST, 240 + 100),
        (Label("\uf0b7", RunFormat(font="Symbol"), "space"), End.LEAST, 40 + 100),
        (Label("\uf0b7", RunFormat(font="Symbol"), "space"), End.GREATEST, 480 + 100),
    ],
)
def test_a_label_takes_its_room(label: Label, end: End, least: float) -> None:
    hanging = 360 if label.suffix == "tab" else 0
    counts = [
        count(
            text(50),
            text(50),
            width=least + more,
            label=label,
            end=end,
            left=hanging,
            first=-hanging,
        )
        for more in (0.1, -0.1)
    ]
    assert counts == [1, 2]


def test_a_word_wider_than_its_line_is_split_and_one_that_may_be_hyphenated_begins_on_it() -> None:
    word = FACE.box("mmmmmmmm")
    wide = word.width / 4 + 0.5
    assert count(word, width=wide) == 4
    assert count(text(wide / 2), word, width=wide) == 5
    assert count(text(wide / 2 + 1), word, width=wide, options=HYPHENS) == 5
    assert count(text(wide / 4), word, width=wide, options=HYPHENS) == 5
    assert count(text(wide / 4), Box(2 * wide, 0, 10, 2), width=wide) == 2


def test_notes_and_page_breaks_are_told_by_their_line() -> None:
    atoms = (text(50, notes=("1",)), Break(ARIAL, page=True), text(50, notes=("2",)), text(60))
    made = Paragraph(etree.Element("p"), ParagraphFormat(), atoms, ARIAL, ARIAL)
    set_ = lines(made, 100, TextOptions())
    assert [(line.notes, line.page_break) for line in set_] == [
        (("1",), True), (("2",), False), ((), False),
    ]  # fmt: skip


@pytest.mark.parametrize(("line", "per_cent"), [(144, 60), (156, 65), (314, 130), (326, 135)])
def test_spacing_goes_by_way_of_hundredths_of_a_millimetre(line: int, per_cent: int) -> None:
    assert line_height(ParagraphFormat(line=line), 1000, 1000, 0) == 10 * per_cent
