"""The order of properties: what is set in stands where Word's schema has it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from octavo.ooxml import open_package
from octavo.ooxml.elements import _SCHEMA, in_place, ranks
from octavo.ooxml.names import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = f"{{{NAMESPACES['w']}}}"
_TEMPLATES = sorted(Path("templates").glob("*.docx"))


def _names(holder: etree._Element) -> list[str]:
    return [etree.QName(one).localname for one in holder]


def _properties(*names: str) -> etree._Element:
    holder = etree.Element(f"{_W}rPr")
    for name in names:
        etree.SubElement(holder, f"{_W}{name}")
    return holder


def test_a_child_is_set_in_between_those_around_it() -> None:
    holder = _properties("rStyle", "b", "color", "lang")
    in_place(holder, "i")
    assert _names(holder) == ["rStyle", "b", "i", "color", "lang"]


def test_a_child_that_is_there_is_given_back() -> None:
    holder = _properties("b", "lang")
    assert in_place(holder, "lang") is holder[1]
    assert len(holder) == 2


def test_what_is_not_known_comes_last() -> None:
    holder = _properties("b", "rPrChange")
    holder.insert(1, etree.Element(f"{{{NAMESPACES['w14']}}}ligatures"))
    in_place(holder, "lang")
    assert _names(holder) == ["b", "lang", "ligatures", "rPrChange"]


def test_properties_come_first_in_what_they_describe() -> None:
    run = etree.fromstring(f'<w:r xmlns:w="{NAMESPACES["w"]}"><w:t>a</w:t></w:r>')
    in_place(in_place(run, "rPr"), "b")
    assert _names(run) == ["rPr", "t"]


def _holders(path: Path) -> Iterator[etree._Element]:
    for root in open_package(path).trees().values():
        for name in _SCHEMA:
            yield from root.iter(_W + name)


@pytest.mark.parametrize("path", _TEMPLATES, ids=[path.stem for path in _TEMPLATES])
def test_the_shipped_templates_have_this_order(path: Path) -> None:
    for holder in _holders(path):
        known = ranks(etree.QName(holder).localname)
        found = [known[name] for name in _names(holder) if name in known]
        assert found == sorted(found), etree.QName(holder).localname
