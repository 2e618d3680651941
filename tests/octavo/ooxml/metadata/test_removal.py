from __future__ import annotations

from lxml import etree
from tests.octavo.ooxml.metadata.conftest import has_tag

from octavo.ooxml import qn
from octavo.ooxml.metadata.markup import clean_story
from octavo.ooxml.visible import Hiding


def test_a_part_that_is_nothing_but_a_change_stays_one() -> None:
    root = etree.Element(qn("w:ins"))
    assert list(clean_story(root, Hiding(), has_tag)) == []
