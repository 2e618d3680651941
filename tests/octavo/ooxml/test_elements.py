from __future__ import annotations

from lxml import etree

from octavo.ooxml import remove, replace, unwrap


def test_an_element_gives_way_to_others_and_a_root_stays() -> None:
    root = etree.fromstring("<a><b/><c/><d/><e><f/><g/></e></a>")
    replace(root[0], [etree.Element("x"), etree.Element("y")])
    remove(root[2], root[3], root)
    replace(root, [])
    unwrap(root[2])
    unwrap(root)
    assert etree.tostring(root) == b"<a><x/><y/><f/><g/></a>"
