from __future__ import annotations

from lxml import etree

from octavo.word.elements import around, remove, replace


def test_an_element_gives_way_to_others_and_a_root_stays() -> None:
    root = etree.fromstring("<a><b/><c/></a>")
    replace(root[0], [etree.Element("x"), etree.Element("y")])
    remove(root[2])
    remove(root)
    replace(root, [])
    assert etree.tostring(root) == b"<a><x/><y/></a>"
    assert around(root[0], "a") is root
    assert around(root, "a") is None
