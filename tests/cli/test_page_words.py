from __future__ import annotations

import pytest

from bluf.cli.summary import page_in_words
from bluf.pipeline import PageReport
from octavo.pages import Change, Layout, Verdict

FITS = Layout(Verdict.FITS, 1, 0.925)
WITHIN = Layout(Verdict.FITS, 1, 0.9, exact=False)


ANNEXED = (
    "1 page, 92 % full (estimated), 2 items in an annex: “R4”, “O5”; "
    "fitted: type size 11 pt → 10 pt"
)


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (None, ""),
        (PageReport(FITS), "1 page, 92 % full (estimated)"),
        (PageReport(WITHIN), "1 page, at most 90 % full (estimated)"),
        (
            PageReport(Layout(Verdict.OVERFLOWS, 2, 0.05, exact=False)),
            "2 pages, last at least 5 % full (estimated)",
        ),
        (PageReport(Layout(Verdict.CANNOT_TELL)), "page count unknown"),
        (PageReport(Layout(Verdict.CANNOT_TELL, 2, 0.05)), "up to 2 pages (unsure)"),
        (PageReport(FITS, confirmed=1), "1 page, 92 % full (confirmed by LibreOffice)"),
        (PageReport(WITHIN, confirmed=1), "1 page (confirmed by LibreOffice)"),
        (PageReport(FITS, confirmed=2), "2 pages (confirmed by LibreOffice)"),
        (
            PageReport(FITS, (Change("type size", "11 pt", "10 pt"),), ("“R4”", "“O5”")),
            ANNEXED,
        ),
    ],
)
def test_a_page_is_said_in_words(report: PageReport | None, words: str) -> None:
    assert page_in_words(report) == words
