from __future__ import annotations

from typing import get_args

from bluf.cli.choices import BRIEF_FORMATS, PAPERS, REPORT_FORMATS
from bluf.reporters import REPORTERS
from bluf.settings.model import Format, Paper


def test_the_options_know_the_words_of_the_rooms() -> None:
    assert tuple(REPORTERS) == REPORT_FORMATS
    assert get_args(Paper) == PAPERS
    assert set(BRIEF_FORMATS) <= set(get_args(Format))
