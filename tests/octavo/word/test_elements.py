from __future__ import annotations

from lxml import etree

from octavo.word.elements import around


def test_the_nearest_element_around_is_found() -> None:
    root = etree.fromstring("<a><b/></a>")
    assert around(root[0], "a") is root
    assert around(root, "a") is None
