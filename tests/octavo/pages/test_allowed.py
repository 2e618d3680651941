from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.pages import allowed

if TYPE_CHECKING:
    from collections.abc import Callable

    Obstacle = Callable[..., str]
    Text = Callable[..., str]


@pytest.mark.parametrize(
    ("properties", "construct"),
    [
        ('<w:textDirection w:val="lrTb"/>', ""),
        ('<w:textDirection w:val="tbRl"/>', "turned text"),
        ('<w:pPrChange w:id="1"><w:pPr><w:novelty/></w:pPr></w:pPrChange>', ""),
        ("<w:bidi/>", ""),
        ("<w:novelty/>", "the element “novelty”"),
    ],
)
def test_paragraphs_hold_only_what_is_known(
    obstacle: Obstacle, paragraph: Text, properties: str, construct: str
) -> None:
    assert obstacle(paragraph("a", properties)) == construct


@pytest.mark.parametrize(
    ("inside", "construct"),
    [
        ('<w:r><w:br w:clear="all"/></w:r>', ""),
        ("<w:pict/>", "a drawing of the old kind (VML) outside of the text"),
        ("<w:r><w:pict/></w:r>", ""),
        ('<w:r><w:br w:clear="none"/></w:r>', ""),
        ("<mc:AlternateContent/>", "a drawing with a fallback outside of the text"),
        ("<w:r><mc:AlternateContent/></w:r>", ""),
        ("<w:r><w:drawing><wp:anchor><wp:wrapNone/></wp:anchor></w:drawing></w:r>", ""),
        ("<w:sdt><w:sdtPr><w:novelty/></w:sdtPr><w:sdtContent/></w:sdt>", ""),
    ],
)
def test_text_holds_only_what_is_known(obstacle: Obstacle, inside: str, construct: str) -> None:
    assert obstacle(f"<w:p>{inside}</w:p>") == construct


@pytest.mark.parametrize(
    ("more", "construct"),
    [
        ('<w:cols w:space="720"/>', ""),
        ('<w:docGrid w:type="linesAndChars"/>', "a page with a grid of characters"),
        ('<w:docGrid w:type="lines"/>', "a line grid without a distance"),
        ('<w:docGrid w:type="lines" w:linePitch="360"/>', ""),
        ('<w:docGrid w:linePitch="360"/>', ""),
        ('<w:type w:val="nextPage"/>', ""),
    ],
)
def test_sections_hold_only_what_is_known(
    obstacle: Obstacle, paragraph: Text, more: str, construct: str
) -> None:
    page = '<w:pgSz w:w="11906" w:h="16838"/>'
    assert obstacle(paragraph("a"), section=page + more) == construct


def test_a_comment_holds_no_drawing(obstacle: Obstacle, paragraph: Text) -> None:
    comment = f'<w:comment w:id="0">{paragraph("a")}</w:comment>'
    assert obstacle(paragraph("a"), parts={"comments": comment}) == ""
    drawn = comment.replace("<w:t", "<w:pict/><w:t", 1)
    assert obstacle(paragraph("a"), parts={"comments": drawn}) == "a drawing in a comment"


def test_effects_of_text_take_no_room(height: Callable[..., int], paragraph: Text) -> None:
    glow = '<w14:glow w14:rad="5"><w14:srgbClr w14:val="FF0000"/></w14:glow>'
    assert height(paragraph("a", "", glow)) == height(paragraph("a"))


@pytest.mark.parametrize(
    ("name", "of_what", "most"),
    [
        ("MOST_TEXT", "characters", 10),
        ("MOST_PARAGRAPHS", "paragraphs", 10),
        ("MOST_ELEMENTS", "elements", 50 + 5),
    ],
)
def test_a_text_has_an_end(
    obstacle: Obstacle,
    paragraph: Text,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    of_what: str,
    most: int,
) -> None:
    monkeypatch.setattr(allowed, name, most)
    assert obstacle(paragraph("a") * 10) == ""
    assert obstacle(paragraph("a") * 11) == f"a text of more than {most} {of_what}"


def test_what_stands_in_a_drawing_is_looked_at_as_a_whole(obstacle: Obstacle) -> None:
    inside = "<a:graphic><a:novelty/></a:graphic>"
    inline = f'<wp:inline><wp:extent cx="1" cy="1"/>{inside}</wp:inline>'
    assert obstacle(f"<w:p><w:r><w:drawing>{inline}</w:drawing></w:r></w:p>") == ""
    assert obstacle(f"<w:p>{inside}</w:p>") == "the element “graphic”"
