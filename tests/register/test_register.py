from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bluf.register import Reckoning, make_register

if TYPE_CHECKING:
    from tests.register.conftest import LinkBriefs, WriteBrief


def test_a_register_speaks_the_language_of_its_briefs(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    serbian = write_brief("2025-01-05-a", "language: sr-Latn")
    assert make_register(link_briefs(serbian), Reckoning(dt.date(2025, 2, 2))).language == "sr-Latn"
    english = write_brief("2025-01-06-b")
    both = make_register(link_briefs(serbian, english), Reckoning(dt.date(2025, 2, 2)))
    assert both.language == "en"
