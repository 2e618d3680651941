"""Numbered lists that start again for each item of an outer loop."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from octavo.ooxml import in_place, qn, value_of
from octavo.word.elements import PARAGRAPH_PROPERTIES, VALUE, child
from octavo.word.lists import Lists
from octavo.word.walk import loops, walk

if TYPE_CHECKING:
    from octavo.word.draft import Draft
    from octavo.word.rendering import Rendering


class NumberSlot(Struct, frozen=True):
    """The list of a numbered paragraph in loops within one another."""

    scope: int
    number: str

    def write(self, _value: object, rendering: Rendering) -> str:
        """The list of the outer loop's current item."""
        return rendering.list_of(self.scope, self.number)


class RestartSlot(Struct, frozen=True):
    """The beginning of an outer loop's item."""

    scope: int

    def write(self, _value: object, rendering: Rendering) -> str:
        """Nothing; lists of the loop start again."""
        rendering.restart(self.scope)
        return ""


class _Numbered(Struct, frozen=True):
    """A numbered paragraph in loops: its properties, its list, its level, the loops around it."""

    properties: etree._Element
    number: str
    level: str
    loops: tuple[int, ...]


def restart_lists(story: Draft, lists: Lists) -> None:
    """Make numbered lists start again where a loop within a loop makes them."""
    grouped: dict[tuple[str, int], list[_Numbered]] = defaultdict(list)
    for one in _numbered(story, lists):
        if one.number in lists.definitions and (one.number, one.level) not in lists.bullets:
            grouped[one.number, one.loops[0]].append(one)
    scopes: set[int] = set()
    for found in grouped.values():
        top = min(found, key=lambda one: one.level)
        if len(top.loops) == 1:
            continue
        scope = top.loops[-2]  # the loop around that of the outermost level starts a list anew
        scopes.add(scope)
        for one in found:
            if scope in one.loops:
                slot = NumberSlot(scope, one.number)
                _renumber(one, story.token(story.prints(slot)))
    for scope in scopes:
        anchor = story.anchors[scope]
        anchor.addnext(story.instruction(story.prints(RestartSlot(scope))))


def _numbered(story: Draft, lists: Lists) -> Iterator[_Numbered]:
    for paragraph, path in walk(story, qn("w:p")):
        around = tuple(loops(path)) if path else ()
        properties = child(paragraph, PARAGRAPH_PROPERTIES) if around else None
        if properties is None:
            continue
        number, level = _numbers_of(properties, lists)
        if number not in {"", "0"}:
            yield _Numbered(properties, number, level, around)


def _numbers_of(properties: etree._Element, lists: Lists) -> tuple[str, str]:
    number, level = lists.styles.get(value_of(properties, qn("w:pStyle")), ("", "0"))
    numbers = child(properties, qn("w:numPr"))
    return value_of(numbers, qn("w:numId")) or number, value_of(numbers, qn("w:ilvl")) or level


def _renumber(one: _Numbered, token: str) -> None:
    numbers = in_place(one.properties, "numPr")
    del numbers[:]
    etree.SubElement(numbers, qn("w:ilvl"), {VALUE: one.level})
    etree.SubElement(numbers, qn("w:numId"), {VALUE: token})
