"""Styles and lists of a file that another takes in: what that has by name stays as it has it."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from octavo.ooxml.merge.holding import Holding, next_number
from octavo.ooxml.names import NUMBERING, STYLES, qn, qns
from octavo.ooxml.package import Package
from octavo.ooxml.styles import value_of

_VALUE: Final = qn("w:val")
_STYLE_ID: Final = qn("w:styleId")
_NUMBER: Final = qn("w:numId")
_ABSTRACT: Final = qn("w:abstractNumId")
_STYLE_NAMES: Final = qns("""
    w:pStyle w:rStyle w:tblStyle w:basedOn w:next w:link w:styleLink w:numStyleLink
""")
"""Elements that name a style."""
_OF_ONE_LIST: Final = qns("w:nsid w:tmpl w:lvlPicBulletId")
"""What makes two lists one in Word's eyes, or leads to a picture of the other file's."""


class Definitions:
    """The styles and lists that blocks of one file bring into another, each once."""

    def __init__(self, holding: Holding, other: Package) -> None:
        self._holding = holding
        self._styles = _by(_root(other, STYLES), "w:style", _STYLE_ID)
        numbering = _root(other, NUMBERING)
        self._numbers = _by(numbering, "w:num", _NUMBER)
        self._abstracts = _by(numbering, "w:abstractNum", _ABSTRACT)
        self._style_ids: dict[str, str] = {}
        self._number_ids: dict[str, str] = {}

    def settle(self, root: etree._Element) -> None:
        """Let all that names a style or a list name one of the file that takes it in."""
        for named in root.iter(*_STYLE_NAMES):
            named.set(_VALUE, self._style(named.get(_VALUE) or ""))
        for number in root.iter(_NUMBER):
            number.set(_VALUE, self._number(number.get(_VALUE) or ""))

    def _style(self, name: str) -> str:
        if name in self._style_ids or name not in self._styles:
            return self._style_ids.get(name, name)
        style = self._styles[name]
        own = self._holding.tree(self._holding.main_part(STYLES, "styles"))
        there = [one for one in own.iter(qn("w:style")) if _label(one) == _label(style)]
        if there:
            self._style_ids[name] = there[0].get(_STYLE_ID) or ""
            return self._style_ids[name]
        taken = {one.get(_STYLE_ID) for one in own.iter(qn("w:style"))}
        self._style_ids[name] = _free(name, taken)
        added = deepcopy(style)
        added.set(_STYLE_ID, self._style_ids[name])
        added.attrib.pop(qn("w:default"), None)
        own.append(added)
        self.settle(added)
        return self._style_ids[name]

    def _number(self, number: str) -> str:
        """The list that counts like another one, by itself; none where that is not there."""
        if number in self._number_ids:
            return self._number_ids[number]
        found = self._numbers.get(number)
        abstract = None if found is None else self._abstracts.get(value_of(found, _ABSTRACT))
        if found is None or abstract is None:
            return "0"
        own = self._holding.tree(self._holding.main_part(NUMBERING, "numbering"))
        self._number_ids[number] = self._holding.next_list(own)
        counting = deepcopy(abstract)
        counting.set(_ABSTRACT, next_number(own, "w:abstractNum", _ABSTRACT))
        for holder in list(counting.iter()):
            holder[:] = [one for one in holder if one.tag not in _OF_ONE_LIST]
        added = deepcopy(found)
        added.set(_NUMBER, self._number_ids[number])
        for one in added.iterchildren(_ABSTRACT):
            one.set(_VALUE, counting.get(_ABSTRACT) or "")
        _insert(own, counting, added)
        self.settle(counting)
        return self._number_ids[number]


def _insert(numbering: etree._Element, abstract: etree._Element, number: etree._Element) -> None:
    """Definitions come before lists, and both before what Word for Mac adds (17.9.17)."""
    lists = [at for at, one in enumerate(numbering) if one.tag == qn("w:num")]
    last = [at for at, one in enumerate(numbering) if one.tag == qn("w:numIdMacAtCleanup")]
    end = last[0] if last else len(numbering)
    numbering.insert(end, number)
    numbering.insert(lists[0] if lists else end, abstract)


def _root(package: Package, kind: str) -> etree._Element | None:
    part = next(iter(package.related(package.main, kind)), None)
    return None if part is None else package.parts[part].root


def _by(root: etree._Element | None, tag: str, key: str) -> dict[str, etree._Element]:
    return {} if root is None else {one.get(key) or "": one for one in root.iterchildren(qn(tag))}


def _label(style: etree._Element) -> tuple[str, str]:
    """Kind and name of a style; names compare without case."""
    return style.get(qn("w:type")) or "paragraph", value_of(style, qn("w:name")).lower()


def _free(name: str, taken: set[str | None]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}{number}"
    return free
