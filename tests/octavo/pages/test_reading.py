from __future__ import annotations

import pytest
from lxml import etree

from octavo.pages.formats import RunFormat
from octavo.pages.reading import Doubt, End, Reading


@pytest.mark.parametrize(("end", "extent", "size"), [(End.LEAST, 1, 200), (End.GREATEST, 2, 240)])
def test_what_is_not_known_has_two_ends(end: End, extent: int, size: int) -> None:
    reading = Reading(end)
    assert reading.either(1, 2, "a chart") == extent
    larger, smaller = RunFormat(size=240), RunFormat(size=200)
    assert reading.either_format(larger, smaller, "a style").size == size
    assert not reading.is_exact


def test_where_both_ends_agree_there_is_no_doubt() -> None:
    reading = Reading(End.LEAST)
    assert reading.either(2, 2, "a chart") == 2
    assert (reading.is_exact, reading.main_doubt) == (True, None)


def test_the_main_doubt_is_what_was_met_most_where_it_was_met_first() -> None:
    reading, first, other = Reading(End.LEAST), etree.Element("p"), etree.Element("p")
    reading.doubt("a font")
    reading.at = first
    reading.doubt("an endnote")
    reading.doubt("an endnote", other)
    assert reading.main_doubt == Doubt("an endnote", first)
    reading.note("a frame", other)
    assert [each.construct for each in reading.differences] == ["an endnote", "a frame"]
