from __future__ import annotations

import os
import sys
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bluf.cli.summary import page_in_words
from bluf.pipeline import Order, Product, make, make_all, office
from bluf.pipeline.office import confirmed, with_office
from bluf.pipeline.order import Output, Paging, UnsettledProduct
from bluf.pipeline.verdicts import PageReport
from octavo.location import WordLocation
from octavo.pages import Layout, Obstacle, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

needs_office = pytest.mark.skipif(
    not (which("soffice") and which("pdftoppm")), reason="needs LibreOffice and poppler"
)
ALWAYS = Paging(confirm="always")
UNSURE = Layout(
    Verdict.CANNOT_TELL,
    pages=2,
    fill=0.1,
    obstacle=Obstacle("the font “Futura”", WordLocation("b.docx", "body")),
    exact=False,
)
PDF = b"%PDF-1.6\n/Type/Page /Type/Pages /Count 1\n%%EOF\n"


def rules(product: Product) -> list[str]:
    return [finding.rule for finding in product.findings if finding.level != "note"]


def done(products: Iterable[Product], order: Order) -> Iterator[Product]:
    return (each.product for each in with_office(map(UnsettledProduct, products), order))


@pytest.fixture
def order(brief: Path) -> Order:
    return Order(brief, formats=("docx",))


@pytest.fixture
def product(order: Order) -> Product:
    return make(order)


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """LibreOffice, played by a program that writes one page a file; gives its calls so far."""
    calls = tmp_path / "calls"
    calls.touch()
    program = tmp_path / "soffice"
    program.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\n"
        f"calls = pathlib.Path({str(calls)!r})\n"
        "files = [pathlib.Path(one) for one in sys.argv if one.endswith('.docx')]\n"
        "calls.write_text(calls.read_text() + f'{len(files)}\\n')\n"
        f"for file in files: file.with_suffix('.pdf').write_bytes({PDF!r})\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return lambda: calls.read_text(encoding="utf-8").split()


def unsure(product: Product) -> Product:
    return replace(product, page=PageReport(UNSURE))


def test_nothing_is_called_where_nothing_is_asked(
    product: Product, order: Order, play: Callable[[], list[str]]
) -> None:
    assert list(done([product], order)) == [product]
    never = replace(order, pages=Paging(confirm="never"))
    assert list(done([unsure(product)], never)) == [unsure(product)]
    assert play() == []


def test_an_unsure_page_is_counted_by_libreoffice_in_one_start_for_all(
    product: Product, order: Order, play: Callable[[], list[str]]
) -> None:
    products = [product, unsure(product), product, unsure(product)]
    made = list(done(products, order))
    assert play() == ["2"]
    assert [page_in_words(each.page) for each in made[1::2]] == [
        "1 page (confirmed by LibreOffice)"
    ] * 2
    assert made[0] is product
    assert made[2] == product


def test_products_are_kept_in_order_and_not_for_ever(
    product: Product, order: Order, play: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_BATCH", 1)
    list(done([unsure(product)] * 2, order))
    assert play() == ["1", "1"]
    monkeypatch.setattr(office, "_BATCH", 9)
    monkeypatch.setattr(office, "_MOST_HELD", 2)
    list(done([unsure(product), product, unsure(product)], order))
    assert play() == ["1", "1", "1", "1"]


def test_without_libreoffice_an_unsure_page_stays_an_error(
    product: Product, order: Order, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert list(done([unsure(product)], order)) == [unsure(product)]


def test_a_difference_from_the_estimate_is_told_and_overruled(product: Product) -> None:
    layout = Layout(Verdict.OVERFLOWS, pages=2, fill=0.05)
    found = confirmed(replace(product, page=PageReport(layout)), 1, 1)
    assert page_in_words(found.page) == "1 page (confirmed by LibreOffice)"
    assert rules(found) == ["page-estimate-differs"]


@pytest.mark.parametrize(("verdict", "count", "told"), [("fits", 2, 2), ("fits", 1, 0)])
def test_an_estimate_within_bounds_differs_where_its_verdict_does(
    product: Product, verdict: str, count: int, told: int
) -> None:
    layout = Layout(Verdict(verdict), pages=1, fill=0.9, exact=False)
    found = confirmed(replace(product, page=PageReport(layout)), count, 1)
    assert len(rules(found)) == told


def test_a_page_too_many_is_an_error_even_where_the_estimate_missed_it(product: Product) -> None:
    found = confirmed(replace(product, page=None), 2, 1)
    assert rules(found) == ["over-one-page"]
    assert "the brief takes 2 pages, as LibreOffice lays it out" in found.findings[-1].message


@pytest.mark.thorough
@needs_office
def test_the_count_is_confirmed_and_pdf_and_pictures_are_made(
    product: Product, order: Order
) -> None:
    formats = ("docx", "pdf", "png")
    (made,) = done([product], replace(order, formats=formats, pages=ALWAYS))
    assert "% full (confirmed by LibreOffice)" in page_in_words(made.page)
    assert rules(made) == []
    names = [output.path.suffix for output in made.outputs]
    assert names == [".docx", ".pdf", ".png"]
    assert made.outputs[1].content.startswith(b"%PDF-")


def test_a_pdf_alone_needs_no_pictures(
    product: Product, order: Order, play: Callable[[], list[str]]
) -> None:
    (made,) = done([product], replace(order, formats=("pdf",)))
    assert made.outputs[-1].content == PDF
    assert play() == ["1"]


def test_a_missing_program_is_a_finding_and_never_a_pass(
    product: Product, order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    blocked = Product("b")
    made, other = done([product, blocked], replace(order, pages=ALWAYS))
    assert rules(made) == ["tool-missing"]
    assert made.outputs == ()
    assert other == blocked


def test_where_libreoffice_fails_an_unsure_page_stays_unsure(
    product: Product, order: Order, play: Callable[[], list[str]], tmp_path: Path
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!{sys.executable}\n", encoding="utf-8")
    (made,) = done([unsure(product)], order)
    assert rules(made) == ["tool-failed"]
    assert made.outputs == product.outputs
    assert play() == []


@pytest.mark.thorough
def test_what_libreoffice_finds_is_judged_as_anything_else(
    brief: Path, play: Callable[[], list[str]]
) -> None:
    """Its warning counts as an error under ``strict``, and not at all where it is ignored."""
    from bluf.checks import Selection
    from bluf.pipeline.executors import executor

    long = brief.read_text(encoding="utf-8")
    more = "background: >-\n  " + "One sentence more of what went before. " * 40
    brief.write_text(long.replace("background: >-\n", more + "\n"), encoding="utf-8")
    order = Order(brief, formats=("docx",), pages=ALWAYS, strict=True)
    (found,) = make_all(order, [brief], executor("serial"))
    levels = {each.rule: each.level for each in found.findings}
    assert levels["page-estimate-differs"] == "error"
    selection = Selection.of((), ("page-estimate-differs",))
    (found,) = make_all(replace(order, selection=selection), [brief], executor("serial"))
    assert "page-estimate-differs" not in {each.rule for each in found.findings}
    assert play() == ["1", "1"]


@pytest.mark.thorough
@needs_office
def test_every_page_has_its_picture(product: Product, order: Order) -> None:
    assert product.document is not None
    long = Path(__file__).parent / "two_pages.docx"
    document = Output(Path("long.docx"), long.read_bytes())
    (made,) = done([replace(product, document=document)], replace(order, formats=("png",)))
    names = [output.path.name for output in made.outputs if output.path.suffix == ".png"]
    assert names == ["long.png", "long-2.png"]
