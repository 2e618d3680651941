"""What an OpenDocument text shows: each limit with what lies at it, and one past it."""

from __future__ import annotations

import pytest
from lxml import etree

from bluf.evidence.formats.odt.reader import _OdtReader
from bluf.evidence.formats.odt.styles import styles_of
from bluf.evidence.text import Edge

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(
    f'xmlns:{name}="{_OASIS}:{known}:1.0"'
    for name, known in {
        **{name: name for name in ("office", "text", "table", "style")},
        "draw": "drawing",
        "svg": "svg-compatible",
        "fo": "xsl-fo-compatible",
    }.items()
)
SHOWN, HIDDEN, DOUBTED = "shown", "hidden", "doubted"


def pieces(inside: str, styles: str = "") -> list[tuple[str, tuple[str, ...], Edge | None]]:
    styled = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    body = f"<office:body><office:text>{inside}</office:text></office:body>"
    content = etree.fromstring(f"<office:content {_NAMES}>{styled}{body}</office:content>")
    found = _OdtReader("a.odt", styles_of([content])).pieces(content)
    return [(each.text, each.doubts, each.edge) for each in found]


def verdict(inside: str, styles: str = "") -> str:
    """What becomes of “Words” in a body."""
    found = [doubts for text, doubts, _ in pieces(inside, styles) if text == "Words"]
    return HIDDEN if not found else DOUBTED if found[0] else SHOWN


def box(size: str) -> str:
    inside = "<draw:text-box><text:p>Words</text:p></draw:text-box>"
    return f"<text:p>Before<draw:frame {size}>{inside}</draw:frame></text:p>"


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ("", SHOWN),
        ('svg:width="3pt" svg:height="3pt"', SHOWN),
        ('svg:width="2.9pt" svg:height="3pt"', DOUBTED),
        ('svg:width="3pt" svg:height="2.9pt"', DOUBTED),
        ('svg:x="1134pt" svg:y="-1134pt"', SHOWN),
        ('svg:x="1135pt"', DOUBTED),
        ('svg:x="-1135pt"', DOUBTED),
        ('svg:y="1135pt"', DOUBTED),
        ('svg:y="567pt"', SHOWN),
    ],
)
def test_a_box_has_room_on_the_page(size: str, expected: str) -> None:
    assert verdict(box(size)) == expected


@pytest.mark.parametrize(
    ("frame", "count"),
    [
        ('<draw:frame svg:width="24pt"/>', 0),
        ('<draw:frame svg:width="25pt"/>', 1),
        ("<draw:frame/>", 1),
        ('<draw:frame svg:width="25pt"><draw:text-box/></draw:frame>', 0),
    ],
)
def test_a_picture_among_words_is_wider_than_a_sign(frame: str, count: int) -> None:
    found = pieces(f"<text:p>Words{frame} go on</text:p>")
    assert [text for text, _, _ in found].count("\u200b") == count
    assert [text for text, _, _ in found if text.strip("\u200b")] == ["Words", " go on", "\n"]


@pytest.mark.parametrize(
    ("around", "edge", "expected"),
    [
        ("{}", Edge.PARAGRAPH, SHOWN),
        ("<text:section>{}</text:section>", Edge.PARAGRAPH, SHOWN),
        ('<text:section text:display="none">{}</text:section>', None, HIDDEN),
        ('<text:section text:display="condition">{}</text:section>', Edge.PARAGRAPH, DOUBTED),
        ("<text:list><text:list-item>{}</text:list-item></text:list>", Edge.ITEM, SHOWN),
        ("<table:table-cell>{}</table:table-cell>", Edge.CELL, SHOWN),
        ("<table:covered-table-cell>{}</table:covered-table-cell>", None, HIDDEN),
        ('<table:table-row table:visibility="collapse">{}</table:table-row>', None, HIDDEN),
        ('<table:table-row table:visibility="visible">{}</table:table-row>', Edge.PARAGRAPH, SHOWN),
        ('<table:table-row table:style-name="low">{}</table:table-row>', Edge.PARAGRAPH, DOUBTED),
        ('<table:table-row table:style-name="high">{}</table:table-row>', Edge.PARAGRAPH, SHOWN),
        ("<office:annotation>{}</office:annotation>", None, HIDDEN),
        ("<text:tracked-changes>{}</text:tracked-changes>", None, HIDDEN),
    ],
)
def test_what_holds_a_paragraph_says_how_it_ends(
    around: str, edge: Edge | None, expected: str
) -> None:
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table-row">'
        f'<style:table-row-properties style:row-height="{high}"/></style:style>'
        for name, high in (("low", "2.9pt"), ("high", "3pt"))
    )
    inside = around.format("<text:p>Words</text:p>")
    assert verdict(inside, styles) == expected
    assert [end for _, _, end in pieces(inside, styles) if end] == ([edge] if edge else [])


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<text:span>Words</text:span>", SHOWN),
        ('<text:span text:display="none">Words</text:span>', HIDDEN),
        ("<text:placeholder>Words</text:placeholder>", DOUBTED),
        ("a<text:note><text:note-citation>Words</text:note-citation></text:note>", HIDDEN),
        ("<text:ruby><text:ruby-base>Words</text:ruby-base></text:ruby>", DOUBTED),
        ("<text:ruby><text:ruby-base>Words</text:ruby-base>文</text:ruby>", SHOWN),
        ("<text:hidden-paragraph/><text:span>Words</text:span>", DOUBTED),
    ],
)
def test_what_words_stand_in_may_hide_them(inside: str, expected: str) -> None:
    assert verdict(f"<text:p>{inside}</text:p>") == expected


def test_spaces_tabs_and_breaks_part_words() -> None:
    found = pieces("<text:p>a<text:s/>b<text:tab/>c<text:line-break/>d</text:p><text:p> </text:p>")
    assert "".join(text for text, _, _ in found) == "a b c\nd\n"
