"""Headers and footers; LibreOffice counts the space after the end of their cells twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.pages.measured import measure

from octavo.pages import reading

if TYPE_CHECKING:
    from collections.abc import Callable

    Make = Callable[..., bytes]
    Grid = Callable[..., str]
    Obstacle = Callable[..., str]
    Text = Callable[..., str]

LINE = 230
HEIGHT = 4000
REFERENCES = "".join(
    f'<w:{kind}Reference w:type="{page}" r:id="{kind}{number}"/>'
    for kind in ("header", "footer")
    for number, page in ((1, "default"), (2, "first"), (3, "even"))
)


def _section(top: int = 567, more: str = "", references: str = REFERENCES) -> str:
    return (
        f'{references}<w:pgSz w:w="11906" w:h="{HEIGHT}"/><w:pgMar w:top="{top}" '
        f'w:bottom="567" w:left="1134" w:right="1134" w:header="300" w:footer="300"/>{more}'
    )


def _room(docx: bytes) -> int:
    """Room of the last page: a page of one line is that full."""
    layout = measure(docx)
    assert layout.fill is not None
    return round(LINE / layout.fill)


def test_a_header_or_footer_takes_room_where_it_is_high(docx: Make, paragraph: Text) -> None:
    one, three = paragraph("x"), paragraph("x") * 3
    both = {"header1": three, "footer1": one}
    room = _room(docx(paragraph("a"), section=_section(), parts=both))
    assert room == HEIGHT - (300 + 3 * LINE) - 567
    exact = _room(docx(paragraph("a"), section=_section(-567), parts=both))
    assert exact == HEIGHT - 567 - 567
    assert _room(docx(paragraph("a"), section=_section(references=""))) == HEIGHT - 2 * 567


def test_a_header_for_pages_that_there_are_not_takes_no_room(docx: Make, paragraph: Text) -> None:
    odd = _section(references='<w:headerReference w:type="odd" r:id="header1"/>')
    room = _room(docx(paragraph("a"), section=odd, parts={"header1": paragraph("x") * 3}))
    assert room == HEIGHT - 2 * 567


@pytest.mark.parametrize(
    ("more", "settings", "body", "high"),
    [
        ("<w:titlePg/>", "", 1, True),
        ('<w:titlePg w:val="0"/>', "", 1, False),
        ("", "<w:evenAndOddHeaders/>", 2, True),
        ("", '<w:evenAndOddHeaders w:val="0"/>', 2, False),
        ("", "<w:evenAndOddHeaders/>", 3, False),
    ],
)
def test_first_and_even_pages_have_their_own(
    docx: Make, paragraph: Text, more: str, settings: str, body: int, high: bool
) -> None:
    other = 2 if "titlePg" in more else 3
    parts = {"header1": paragraph("x"), f"header{other}": paragraph("x") * 5}
    text = paragraph("a") + paragraph("a", "<w:pageBreakBefore/>") * (body - 1)
    file = docx(text, section=_section(more=more), settings=settings, parts=parts)
    assert _room(file) == HEIGHT - (300 + 5 * LINE if high else 567) - 567


def test_tables_in_headers_count_the_space_after_a_cell_twice(
    docx: Make, paragraph: Text, table: Grid
) -> None:
    spaced = paragraph("c", '<w:spacing w:after="160"/>')
    parts = {"header1": table([[spaced]]) + paragraph("x")}
    room = _room(docx(paragraph("a"), section=_section(), parts=parts))
    assert room == HEIGHT - (300 + LINE + 2 * 160 + LINE) - 567
    lines = paragraph("c", '<w:spacing w:line="276" w:lineRule="auto"/>') * 2
    parts = {"header1": table([[lines]]) + paragraph("x")}
    room = _room(docx(paragraph("a"), section=_section(), parts=parts))
    assert room == HEIGHT - (300 + 2 * 264 + 34 + LINE) - 567


@pytest.mark.parametrize("top", [567, -567])
def test_a_header_is_held_to_the_allow_list(obstacle: Obstacle, paragraph: Text, top: int) -> None:
    parts = {"header1": paragraph("x", '<w:textDirection w:val="tbRl"/>')}
    assert obstacle(paragraph("a"), section=_section(top), parts=parts) == "turned text"


def test_an_obstacle_in_a_header_stands_in_the_header(docx: Make, paragraph: Text) -> None:
    parts = {"header1": paragraph("x", '<w:textDirection w:val="tbRl"/>')}
    layout = measure(docx(paragraph("a"), section=_section(), parts=parts))
    assert layout.obstacle is not None
    assert layout.obstacle.location.place == "header 1, paragraph 1"


def test_sections_may_share_a_header(docx: Make, paragraph: Text) -> None:
    ending = paragraph("a", f"<w:sectPr>{_section()}</w:sectPr>")
    parts = {"header1": paragraph("x") * 3}
    room = _room(docx(ending + paragraph("b"), section=_section(), parts=parts))
    assert room == HEIGHT - (300 + 3 * LINE) - 567


def test_headers_are_not_set_for_ever_more_widths(
    docx: Make, obstacle: Obstacle, paragraph: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    def body(widths: int) -> str:
        return "".join(
            paragraph("a", f"<w:sectPr>{_section().replace('11906', str(11906 + at))}</w:sectPr>")
            for at in range(widths)
        )

    parts = {"header1": paragraph("x") * 3}
    monkeypatch.setattr(reading, "MOST_STEPS", 1000)
    same = body(1) * 10
    assert obstacle(same, section=_section(), parts=parts) == ""
    expected = "text laid out again for too many page layouts"
    layout = measure(docx(body(30), section=_section(), parts=parts), limit=60)
    assert layout.obstacle is not None
    assert layout.obstacle.construct == expected


def test_a_reference_to_nothing_is_no_header(docx: Make, paragraph: Text) -> None:
    assert _room(docx(paragraph("a"), section=_section())) == HEIGHT - 2 * 567
