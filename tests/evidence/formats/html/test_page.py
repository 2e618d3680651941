from __future__ import annotations

import pytest

from bluf.evidence.error import SourceError
from bluf.evidence.formats.html.page import parse
from octavo.location import FileLocation

PLACE = FileLocation("page.html")


def test_a_page_is_nested_four_hundred_deep_at_most() -> None:
    assert parse("<div>" * 398 + "a", PLACE) is not None  # within html and body
    with pytest.raises(SourceError, match="nested too deeply"):
        parse("<div>" * 399 + "a", PLACE)


def test_an_element_that_closes_itself_is_open_but_for_those_without_content() -> None:
    page = parse("<p/>a<br/>b<svg><text/></svg>", PLACE)
    assert page is not None
    assert ["".join(each.itertext()) for each in page.iter("p")] == ["ab"]
