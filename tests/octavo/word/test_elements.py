from __future__ import annotations

from lxml import etree

from octavo.ooxml import qn
from octavo.ooxml.names import NAMESPACES
from octavo.word.elements import around, compact


def test_the_nearest_element_around_is_found() -> None:
    root = etree.fromstring("<a><b/></a>")
    assert around(root[0], "a") is root
    assert around(root, "a") is None


def test_an_element_becomes_text_without_what_is_foreign_or_dropped() -> None:
    spaces = f'xmlns:w="{NAMESPACES["w"]}" xmlns:x="urn:x"'
    inner = '<w:b x:a="1" w:val="a&amp;b"/><x:c/><w:sectPr/>'
    element = etree.fromstring(f"<w:pPr {spaces}>{inner}</w:pPr>")
    assert compact(element) == '<w:pPr><w:b w:val="a&amp;b"/><w:sectPr/></w:pPr>'
    assert compact(element, [qn("w:sectPr")]) == '<w:pPr><w:b w:val="a&amp;b"/></w:pPr>'
