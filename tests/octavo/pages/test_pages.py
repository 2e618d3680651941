from __future__ import annotations

from lxml import etree

from octavo.pages.page_room import DIVIDER_HEIGHT, Pages

ELEMENT = etree.Element("p")


def begun(limit: int | None = None, columns: int = 1) -> Pages:
    pages = Pages(limit)
    pages.enter(lambda page: 1000 * page, lambda _: 50, columns)
    return pages


def test_the_line_above_the_notes_is_drawn_once_a_page() -> None:
    pages = begun()
    pages.put(ELEMENT, 300, 1, ["1"])
    pages.put(ELEMENT, 100, 1, ["2"])
    assert pages.left == 1000 - 400 - 2 * 50 - DIVIDER_HEIGHT


def test_a_page_is_full_when_its_columns_are() -> None:
    pages = begun(columns=2)
    pages.put(ELEMENT, 900, 3)
    pages.turn()
    assert (pages.page, pages.is_empty, pages.height) == (1, True, 1000)
    pages.turn()
    assert (pages.page, pages.height) == (2, 2000)


def test_a_forced_break_comes_before_what_follows() -> None:
    pages = begun()
    pages.break_page()
    assert pages.page == 1
    pages.settle()
    pages.settle()
    assert (pages.page, pages.fresh) == (2, False)


def test_it_is_enough_once_nothing_can_bring_it_back() -> None:
    pages = begun(limit=1)
    pages.turn()
    pages.put(ELEMENT, 140, 1)
    assert not pages.is_enough
    pages.put(ELEMENT, 1, 1)
    assert pages.is_enough
