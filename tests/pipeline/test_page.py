from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.cli.summary import page_in_words
from bluf.pipeline import Order, make
from bluf.pipeline.order import Paging
from octavo.pages.paginate import Paginator

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from octavo.pages.document import Document

    Edit = Callable[[str, str], None]

LONG = "Serbia and the United States went through the whole of their relations at length. "


def test_a_brief_that_runs_over_names_the_first_item_beyond(brief: Path, edit: Edit) -> None:
    edit("background: >-\n", f"background: >-\n  {LONG * 15}\n")
    product = make(Order(brief, formats=("docx",)))
    (finding,) = (each for each in product.findings if each.level == "error")
    assert finding.rule == "over-one-page"
    assert finding.message.startswith("the brief runs over its page by ")
    assert finding.excerpt.strip() == "title: Note on the participants, from its report 713561"
    assert page_in_words(product.page).startswith("2 pages, last ")
    assert len(product.outputs) == 1


@pytest.mark.parametrize(
    ("times", "hint"),
    [
        (12, "build with “--fit”, which brings it onto its page"),
        (21, "build with “--fit --annex”, which moves 1 item to an annex"),
        (30, "build with “--fit --annex”, which moves 6 items to an annex"),
        (50, "not even “--fit --annex” brings the brief onto its page"),
    ],
)
def test_it_says_which_options_bring_it_back(
    brief: Path, edit: Edit, times: int, hint: str
) -> None:
    edit("bottom_line: >-\n", f"bottom_line: >-\n  {LONG * times}\n")
    over = [each for each in make(Order(brief)).findings if each.rule == "over-one-page"]
    assert hint in over[0].hint
    pages = Paging(confirm="never", fit=True, annex="--annex" in hint)
    built = make(Order(brief, pages=pages)).findings
    brought = not any(each.rule == "over-one-page" for each in built)
    assert brought is ("not even" not in hint)


def test_signs_without_figures_do_not_put_a_page_in_doubt(brief: Path, edit: Edit) -> None:
    edit('title: "Serbia', 'title: "中文 ☐ 😀\u00a0Serbia')
    product = make(Order(brief, formats=("docx",)))
    assert [each.rule for each in product.findings if each.level != "note"] == []
    assert page_in_words(product.page).startswith("1 page, ")


def test_a_brief_is_fitted_where_that_is_asked_for(brief: Path, edit: Edit) -> None:
    edit("background: >-\n", f"background: >-\n  {LONG * 14}\n")
    product = make(Order(brief, formats=("docx",), pages=Paging(fit=True)))
    assert page_in_words(product.page).startswith("1 page, ")
    assert "fitted: space between paragraphs 100 % → " in page_in_words(product.page)


@pytest.mark.parametrize(
    ("times", "pages", "readings"),
    [(1, Paging(), 1), (12, Paging(fit=True), 1), (30, Paging(fit=True, annex=True), 5)],
)
def test_what_is_laid_out_is_read_once(
    brief: Path,
    monkeypatch: pytest.MonkeyPatch,
    times: int,
    pages: Paging,
    readings: int,
) -> None:
    text = brief.read_text(encoding="utf-8")
    longer = f"bottom_line: >-\n  {LONG * times}\n"
    brief.write_text(text.replace("bottom_line: >-\n", longer, 1), encoding="utf-8")
    read: list[Document] = []
    make_one = Paginator.__init__

    def noted(self: Paginator, document: Document) -> None:
        read.append(document)
        make_one(self, document)

    monkeypatch.setattr(Paginator, "__init__", noted)
    assert make(Order(brief, pages=pages)).outputs
    assert len(read) == readings
