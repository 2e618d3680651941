from __future__ import annotations

import pytest

from bluf.pipeline.verdicts import in_words
from octavo.pages import Layout, Verdict


@pytest.mark.parametrize(
    ("layout", "words"),
    [
        (Layout(Verdict.FITS, 1, 0.925), "1 page, 92 % full (estimated)"),
        (Layout(Verdict.OVERFLOWS, 2, 0.05), "2 pages, last 5 % full (estimated)"),
        (Layout(Verdict.CANNOT_TELL), "page count unknown"),
    ],
)
def test_the_page_is_said_in_words(layout: Layout, words: str) -> None:
    assert in_words(layout) == words
