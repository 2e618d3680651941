from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from tests.octavo.pages.measured import measure

from octavo.ooxml import PackageError
from octavo.pages import Verdict
from octavo.pages.measuring import verdict_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Grid = Callable[..., str]
    Make = Callable[..., bytes]
    Text = Callable[..., str]

LINES_ON_A_PAGE = 63
"""Arial 10 pt on A4 with 20 mm margins: 14570 twips hold 63 lines of 230."""


def test_a_short_document_fits_and_says_how_full_its_page_is(docx: Make, paragraph: Text) -> None:
    layout = measure(docx(paragraph("A line") * 21))
    assert layout.verdict is Verdict.FITS
    assert layout.pages == 1
    assert layout.fill == pytest.approx(21 * 230 / 14570)
    assert layout.overflow is None
    assert layout.lines_over == 0


def test_a_long_document_says_where_it_runs_over(docx: Make, paragraph: Text) -> None:
    layout = measure(docx(paragraph("A line") * (LINES_ON_A_PAGE + 3)))
    assert layout.verdict is Verdict.OVERFLOWS
    assert layout.pages == 2
    assert layout.lines_over == 3
    assert layout.overflow is not None
    assert layout.overflow.place == f"body, paragraph {LINES_ON_A_PAGE + 1}"


@pytest.mark.parametrize(
    ("pages", "fill", "otherwise", "expected"),
    [
        (1, 0.99, 1, Verdict.FITS),
        (1, 0.99, 2, Verdict.TOO_CLOSE),
        (2, 0.01, 2, Verdict.OVERFLOWS),
        (2, 0.01, 1, Verdict.TOO_CLOSE),
        (1, 0.5, 2, Verdict.FITS),
        (2, 0.5, 1, Verdict.OVERFLOWS),
    ],
)
def test_near_the_edge_both_outcomes_have_to_agree(
    pages: int, fill: float, otherwise: int, expected: Verdict
) -> None:
    class Other:
        def paginate(self, *_: float) -> Any:  # noqa: ANN401 - a Result, of which only this is read
            return SimpleNamespace(pages=otherwise)

    found: Any = SimpleNamespace(pages=pages, fill=fill)
    paginator: Any = Other()
    assert verdict_of(paginator, found, 1) is expected


def test_a_full_page_is_too_close_to_call(docx: Make, paragraph: Text) -> None:
    bottom = 1134 + 14570 - LINES_ON_A_PAGE * 230 - 5
    page = (
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" '
        f'w:bottom="{bottom}" w:left="1134" w:header="708" w:footer="708"/>'
    )
    layout = measure(docx(paragraph("A line") * LINES_ON_A_PAGE, section=page))
    assert layout.verdict is Verdict.TOO_CLOSE
    assert layout.pages == 1


def test_a_limit_of_two_pages_is_kept_or_not(docx: Make, paragraph: Text) -> None:
    long = docx(paragraph("A line") * (LINES_ON_A_PAGE + 3))
    assert measure(long, limit=2).verdict is Verdict.FITS


@pytest.mark.parametrize(
    ("count", "verdict"), [(20, Verdict.FITS), (60, Verdict.CANNOT_TELL), (80, Verdict.OVERFLOWS)]
)
def test_a_verdict_stands_where_both_ends_agree(
    docx: Make, paragraph: Text, count: int, verdict: Verdict
) -> None:
    layout = measure(docx(paragraph("A line") * count, font="Futura"))
    assert layout.verdict is verdict
    assert not layout.exact
    if verdict is Verdict.CANNOT_TELL:
        assert layout.obstacle is not None
        assert layout.obstacle.construct == "the font “Futura”"
        assert layout.obstacle.location.place == "body, paragraph 1"
        assert layout.pages == 2
    else:
        assert layout.obstacle is None


TURNS = (
    "A line that is as long as the page is wide, more or less, and a little longer than that, "
    "so that it turns"
)
"""In DejaVu Sans it takes two lines, in Noto Sans one, of a greater height."""


@pytest.mark.parametrize(
    ("count", "font", "verdict"),
    [
        (28, "Univers", Verdict.FITS),
        (28, "Avenir", Verdict.CANNOT_TELL),
        (28, "Gill Sans", Verdict.FITS),
        (36, "Univers", Verdict.CANNOT_TELL),
    ],
    ids=["either stand-in fits", "nearly both", "another font", "one does not fit"],
)
def test_a_font_stands_in_as_a_whole(
    docx: Make, paragraph: Text, count: int, font: str, verdict: Verdict
) -> None:
    layout = measure(docx(paragraph(TURNS) * count, font=font))
    assert layout.verdict is verdict
    assert not layout.exact


def test_two_fonts_may_have_different_stand_ins(docx: Make, paragraph: Text) -> None:
    other = paragraph("a", "", '<w:rFonts w:ascii="Optima" w:hAnsi="Optima"/>')
    layout = measure(docx(paragraph(TURNS) * 28 + other, font="Univers"))
    assert layout.verdict is Verdict.CANNOT_TELL


def test_it_may_stop_once_the_verdict_stands(docx: Make, paragraph: Text) -> None:
    long = docx(paragraph("A line") * LINES_ON_A_PAGE * 9)
    assert measure(long).pages == 9
    assert measure(long, whole=False).pages == 2
    assert measure(long, whole=False).verdict is Verdict.OVERFLOWS


def test_a_long_table_is_not_placed_to_its_end(docx: Make, paragraph: Text, table: Grid) -> None:
    rows = docx(table([[paragraph("a")]] * LINES_ON_A_PAGE * 4))
    assert measure(rows).pages == 4
    assert measure(rows, whole=False).pages == 2


def test_what_word_lays_out_otherwise_is_named(docx: Make, paragraph: Text) -> None:
    layout = measure(docx(paragraph("a") + paragraph("☃ b", "", '<w:position w:val="6"/>')))
    assert [each.construct for each in layout.differences] == [
        "text raised or lowered by a distance",
    ]
    assert layout.differences[0].location.place == "body, paragraph 2"


def test_what_is_no_package_is_refused() -> None:
    with pytest.raises(PackageError):
        measure(b"no package")


def test_what_stands_behind_the_limit_does_not_matter(
    docx: Callable[..., bytes], paragraph: Callable[..., str]
) -> None:
    """A document that is too long already is so, whatever follows."""
    turned = '<w:pPr><w:textDirection w:val="tbRl"/></w:pPr>'
    long = paragraph("a") * 200
    layout = measure(docx(f"{long}<w:p>{turned}</w:p>"))
    assert (layout.verdict, layout.exact) == (Verdict.OVERFLOWS, False)
    short = measure(docx(f"<w:p>{turned}</w:p>{long}"))
    assert short.verdict is Verdict.CANNOT_TELL
    behind = measure(docx(f"{paragraph('a')}<w:p>{turned}</w:p>"))
    assert behind.verdict is Verdict.CANNOT_TELL
