"""What a slide shows: each limit with what lies at it, and one past it."""

from __future__ import annotations

import pytest
from lxml import etree

from bluf.evidence.formats.pptx import _shown, _size
from bluf.evidence.text import Edge

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
SHOWN, HIDDEN, DOUBTED = "shown", "hidden", "doubted"


def frame(left: int, top: int, wide: int, high: int) -> str:
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def shape(run: str = "", paragraph: str = "", around: str = "", name: str = "") -> str:
    inside = f"<a:p>{paragraph}<a:r><a:rPr {run}</a:rPr><a:t>Words</a:t></a:r></a:p>"
    if run == "":
        inside = inside.replace("<a:rPr </a:rPr>", "")
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr {name}/></p:nvSpPr><p:spPr>{around}</p:spPr>"
        f"<p:txBody>{inside}</p:txBody></p:sp>"
    )


def verdict(inside: str, attributes: str = "") -> str:
    """What becomes of the words of a slide 1000 wide and 500 high."""
    slide = etree.fromstring(f"<p:sld {NAMES} {attributes}>{inside}</p:sld>")
    pieces = [each for each in _shown(slide, "a.pptx", 1, (1000, 500)) if each.text.strip()]
    return HIDDEN if not pieces else DOUBTED if pieces[0].doubts else SHOWN


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((0, 0, 10, 10), SHOWN),
        ((-10, 0, 10, 10), SHOWN),
        ((-11, 0, 10, 10), HIDDEN),
        ((0, -10, 10, 10), SHOWN),
        ((0, -11, 10, 10), HIDDEN),
        ((999, 0, 10, 10), SHOWN),
        ((1000, 0, 10, 10), HIDDEN),
        ((0, 499, 10, 10), SHOWN),
        ((0, 500, 10, 10), HIDDEN),
        ((0, 0, 0, 10), DOUBTED),
        ((0, 0, 10, 0), DOUBTED),
    ],
)
def test_a_shape_stands_on_the_slide(place: tuple[int, int, int, int], expected: str) -> None:
    assert verdict(shape(around=frame(*place))) == expected
    grouped = f"<p:grpSp>{shape(around=frame(*place))}</p:grpSp>"
    assert verdict(grouped) == (SHOWN if expected == HIDDEN else expected)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((40, 140, 10, 10), DOUBTED),
        ((50, 150, 10, 10), DOUBTED),
        ((51, 140, 10, 10), SHOWN),
        ((40, 151, 10, 10), SHOWN),
        ((39, 140, 10, 10), SHOWN),
        ((40, 139, 10, 10), SHOWN),
    ],
)
def test_another_shape_lies_over_the_middle(
    place: tuple[int, int, int, int], expected: str
) -> None:
    own = shape(around=frame(10, 130, 80, 40))
    other = f"<p:pic><p:spPr>{frame(*place)}</p:spPr></p:pic>"
    assert verdict(own + other) == expected
    assert verdict(other + own) == SHOWN
    clear = f"<p:sp><p:spPr>{frame(*place)}</p:spPr></p:sp>"
    assert verdict(own + clear) == SHOWN
    fill = '<a:solidFill><a:srgbClr val="123456"/></a:solidFill></p:spPr>'
    assert verdict(own + clear.replace("</p:spPr>", fill)) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [('hidden="1"', HIDDEN), ('hidden="true"', HIDDEN), ('hidden="0"', SHOWN)]
)
def test_a_shape_may_be_hidden(name: str, expected: str) -> None:
    assert verdict(shape(name=name)) == expected


def test_a_slide_may_be_hidden() -> None:
    assert (verdict(shape(), 'show="0"'), verdict(shape(), 'show="1"')) == (HIDDEN, SHOWN)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ('<a:pPr marL="1000"/>', SHOWN),
        ('<a:pPr marL="1001"/>', DOUBTED),
        ('<a:pPr indent="-1001"/>', DOUBTED),
        ('<a:pPr><a:lnSpc><a:spcPct val="30000"/></a:lnSpc></a:pPr>', SHOWN),
        ('<a:pPr><a:lnSpc><a:spcPct val="29999"/></a:lnSpc></a:pPr>', DOUBTED),
        ('<a:pPr><a:lnSpc><a:spcPts val="300"/></a:lnSpc></a:pPr>', SHOWN),
        ('<a:pPr><a:lnSpc><a:spcPts val="299"/></a:lnSpc></a:pPr>', DOUBTED),
    ],
)
def test_a_paragraph_stands_on_the_slide_in_lines(said: str, expected: str) -> None:
    assert verdict(shape(paragraph=said)) == expected


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("", SHOWN),
        ('sz="300">', SHOWN),
        ('sz="299">', HIDDEN),
        ('strike="sngStrike">', HIDDEN),
        ('strike="noStrike">', SHOWN),
        ("><a:noFill/>", HIDDEN),
        ('><a:latin typeface="Wingdings"/>', HIDDEN),
        ('><a:latin typeface="Arial"/>', SHOWN),
        ("><a:gradFill/>", DOUBTED),
        (">[<a:srgbClr val='123456'/>]", SHOWN),
        (">[<a:srgbClr val='C0D0E0'/>]", DOUBTED),
        (">[<a:srgbClr val='B0D0E0'/>]", SHOWN),
        (">[<a:schemeClr val='bg1'/>]", DOUBTED),
        (">[<a:schemeClr val='tx1'><a:lumOff val='70000'/></a:schemeClr>]", SHOWN),
        (">[<a:schemeClr val='tx1'><a:lumOff val='70001'/></a:schemeClr>]", DOUBTED),
        (">[<a:schemeClr val='tx1'><a:alpha val='15000'/></a:schemeClr>]", SHOWN),
        (">[<a:schemeClr val='tx1'><a:alpha val='14999'/></a:schemeClr>]", DOUBTED),
        ('baseline="100000">', SHOWN),
        ('baseline="-100001">', DOUBTED),
        ('spc="-540">', SHOWN),
        ('spc="-541">', DOUBTED),
        ('spc="-300" sz="1000">', SHOWN),
        ('spc="-301" sz="1000">', DOUBTED),
    ],
)
def test_letters_show(run: str, expected: str) -> None:
    fill = run.replace("[", "<a:solidFill>").replace("]", "</a:solidFill>")
    assert verdict(shape(fill)) == expected


def test_letters_have_another_colour_than_their_shape() -> None:
    light, dark = (
        f'<a:solidFill><a:srgbClr val="{value}"/></a:solidFill>' for value in ("FFFFFF", "123456")
    )
    assert verdict(shape(f">{light}", around=dark)) == SHOWN
    assert verdict(shape(f">{light}", around=light)) == HIDDEN


@pytest.mark.parametrize(
    ("around", "expected"), [("{}", Edge.PARAGRAPH), ("<a:tbl><a:tc>{}</a:tc></a:tbl>", Edge.CELL)]
)
def test_a_paragraph_ends_and_a_cell_does(around: str, expected: Edge) -> None:
    inside = around.format("<a:p><a:r><a:t>Words</a:t></a:r></a:p>")
    slide = etree.fromstring(f"<p:sld {NAMES}>{inside}</p:sld>")
    said, end = _shown(slide, "a.pptx", 1, (1000, 500))
    assert (said.text, end.text, end.edge) == ("Words", "\n", expected)


@pytest.mark.parametrize(
    ("size", "expected"),
    [("", (20_000_000, 20_000_000)), ('cx="9" cy="-8"', (9, -8)), ('cx="a"', (0, 0))],
)
def test_a_slide_has_a_size(size: str, expected: tuple[int, int]) -> None:
    given = size and f"<p:sldSz {size}/>"
    assert _size(etree.fromstring(f"<p:presentation {NAMES}>{given}</p:presentation>")) == expected
