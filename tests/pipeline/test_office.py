from __future__ import annotations

from pathlib import Path
from shutil import which

import pytest
from msgspec.structs import replace

from bluf.pipeline import Order, Product, make
from bluf.pipeline.office import with_office
from bluf.pipeline.order import Output, Paging

needs_office = pytest.mark.skipif(
    not (which("soffice") and which("pdftoppm")), reason="needs LibreOffice and poppler"
)
CONFIRM = Paging(verify=True)


def rules(product: Product) -> list[str]:
    return [finding.rule for finding in product.findings if finding.level != "note"]


@pytest.fixture
def product(brief: Path) -> Product:
    return make(Order(brief, formats=("docx",)))


def test_nothing_is_called_where_nothing_is_asked(product: Product) -> None:
    assert list(with_office([product], ("docx", "md"), Paging())) == [product]


@needs_office
def test_the_count_is_confirmed(product: Product) -> None:
    (confirmed,) = with_office([product], ("docx",), CONFIRM)
    assert confirmed.page.endswith("% full (confirmed by LibreOffice)")
    assert rules(confirmed) == []


@needs_office
def test_a_difference_from_the_estimate_is_told_and_overruled(product: Product) -> None:
    wrong = replace(product, page="2 pages, last 5 % full (estimated)")
    (confirmed,) = with_office([wrong], ("docx",), CONFIRM)
    assert confirmed.page == "1 page (confirmed by LibreOffice)"
    assert rules(confirmed) == ["page-estimate-differs"]


@needs_office
def test_a_page_too_many_is_an_error_even_where_the_estimate_missed_it(product: Product) -> None:
    (confirmed,) = with_office([product], ("docx",), Paging(limit=0, verify=True))
    assert rules(confirmed) == ["over-one-page"]
    assert "the brief takes 1 page, as LibreOffice lays it out" in confirmed.findings[-1].message


@needs_office
def test_pdf_and_pictures_are_made_beside_the_word_file(product: Product) -> None:
    (made,) = with_office([product], ("docx", "pdf", "png"), Paging())
    names = [output.path.suffix for output in made.outputs]
    assert names == [".docx", ".pdf", ".png"]
    assert made.outputs[1].content.startswith(b"%PDF-")


def test_a_missing_program_is_a_finding_and_never_a_pass(
    product: Product, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    blocked = Product("b")
    made, other = with_office([product, blocked], ("docx",), CONFIRM)
    assert rules(made) == ["tool-missing"]
    assert made.outputs == ()
    assert other == blocked


@needs_office
def test_every_page_has_its_picture(product: Product) -> None:
    assert product.document is not None
    long = Path(__file__).parent / "two_pages.docx"
    document = Output(Path("long.docx"), long.read_bytes())
    (made,) = with_office([replace(product, document=document)], ("png",), Paging())
    names = [output.path.name for output in made.outputs if output.path.suffix == ".png"]
    assert names == ["long.png", "long-2.png"]
