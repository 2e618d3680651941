from __future__ import annotations

import pytest

from bluf.pipeline.verdicts import PageReport
from octavo.pages import Layout, Verdict


@pytest.mark.parametrize(
    ("layout", "confirmed", "sure", "contradicted"),
    [
        (Layout(Verdict.FITS, 1), None, True, False),
        (Layout(Verdict.FITS, 1), 2, True, True),
        (Layout(Verdict.TOO_CLOSE, 1), None, False, False),
        (Layout(Verdict.TOO_CLOSE, 1), 2, True, False),
        (Layout(Verdict.OVERFLOWS, 2), 3, True, True),
        (Layout(Verdict.OVERFLOWS, 2, exact=False), 3, True, False),
        (Layout(Verdict.OVERFLOWS, 2, exact=False), 1, True, True),
    ],
)
def test_an_estimate_that_was_sure_of_itself_can_be_contradicted(
    layout: Layout, confirmed: int | None, *, sure: bool, contradicted: bool
) -> None:
    report = PageReport(layout, confirmed=confirmed)
    assert (report.is_sure, report.contradicted) == (sure, contradicted)
