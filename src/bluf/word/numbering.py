"""Numbered lists that start again for each item of an outer loop."""

from __future__ import annotations

from collections import defaultdict
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct, field

from bluf.ooxml import qn
from bluf.word.elements import child
from bluf.word.walk import loops, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bluf.word.draft import Draft
    from bluf.word.rendering import Rendering

_VALUE: Final = qn("w:val")
_PROPERTIES: Final = qn("w:pPr")
_NUMBERS: Final = qn("w:numPr")
_BEFORE: Final = frozenset(
    map(qn, ("w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr"))
) | {qn("w:widowControl")}
"""What comes before the numbering in the properties of a paragraph (17.3.1.26)."""


class Lists(Struct, frozen=True):
    """The lists of a template.

    Attributes:
        definitions: For each list the definition it follows.
        styles: The list and level of each paragraph style that has one and is no heading.
        bullets: Lists whose levels are bullets; these count nothing.
        starts: What each level of a list starts with.
        last: The highest number of a list.
    """

    definitions: Mapping[str, str] = field(default_factory=dict)
    styles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    bullets: frozenset[tuple[str, str]] = frozenset()
    starts: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    last: int = 0


class NumberSlot(Struct, frozen=True):
    """The list of a numbered paragraph in loops within one another."""

    scope: int
    number: str

    def write(self, value: object, rendering: Rendering) -> str:
        """The list of the outer loop's current item."""
        del value
        return rendering.list_of(self.scope, self.number)


class RestartSlot(Struct, frozen=True):
    """The beginning of an outer loop's item."""

    scope: int

    def write(self, value: object, rendering: Rendering) -> str:
        """Nothing; lists of the loop start again."""
        del value
        rendering.restart(self.scope)
        return ""


class _Numbered(Struct, frozen=True):
    """A numbered paragraph in loops: its properties, its list, its level, the loops around it."""

    properties: etree._Element
    number: str
    level: str
    loops: tuple[int, ...]


def read_lists(numbering: etree._Element | None, styles: etree._Element | None) -> Lists:
    """The lists of a template from its numbering and styles parts."""
    if numbering is None:
        return Lists()
    definitions = {
        str(one.get(qn("w:numId"))): _value(one, "w:abstractNumId")
        for one in numbering.iter(qn("w:num"))
    }
    levels = {
        str(one.get(qn("w:abstractNumId"))): list(one.iter(qn("w:lvl")))
        for one in numbering.iter(qn("w:abstractNum"))
    }
    bullets: set[tuple[str, str]] = set()
    starts: dict[str, tuple[tuple[str, str], ...]] = {}
    for number, definition in definitions.items():
        of_list = levels.get(definition, [])
        starts[number] = tuple(
            (str(one.get(qn("w:ilvl"))), _value(one, "w:start") or "1") for one in of_list
        )
        bullets |= {
            (number, str(one.get(qn("w:ilvl"))))
            for one in of_list
            if _value(one, "w:numFmt") in {"bullet", "none"}
        }
    last = max((int(number) for number in definitions if number.isdecimal()), default=0)
    return Lists(definitions, dict(_styled(styles)), frozenset(bullets), starts, last)


def _value(element: etree._Element, name: str) -> str:
    found = child(element, qn(name))
    return "" if found is None else found.get(_VALUE) or ""


def _styled(styles: etree._Element | None) -> Iterator[tuple[str, tuple[str, str]]]:
    for numbers in () if styles is None else styles.iter(_NUMBERS):
        properties = numbers.getparent()
        style = None if properties is None else properties.getparent()
        if properties is None or style is None or style.tag != qn("w:style"):
            continue
        if next(properties.iterchildren(qn("w:outlineLvl")), None) is None:
            level = _value(numbers, "w:ilvl") or "0"
            yield str(style.get(qn("w:styleId"))), (_value(numbers, "w:numId"), level)


def restart_lists(story: Draft, lists: Lists) -> None:
    """Make numbered lists start again where a loop within a loop makes them."""
    grouped: dict[tuple[str, int], list[_Numbered]] = defaultdict(list)
    for one in _numbered(story, lists):
        if one.number in lists.definitions and (one.number, one.level) not in lists.bullets:
            grouped[one.number, one.loops[0]].append(one)
    scopes: set[int] = set()
    for found in grouped.values():
        scope = _scope(found)
        if scope is None:
            continue
        scopes.add(scope)
        for one in found:
            if scope in one.loops:
                slot = NumberSlot(scope, one.number)
                _renumber(one, story.token(story.prints(slot)))
    for scope in scopes:
        anchor = story.anchors[scope]
        anchor.addnext(story.instruction(story.prints(RestartSlot(scope))))


def _scope(found: Iterable[_Numbered]) -> int | None:
    """The loop whose items start a list anew: the one around the loop of its outermost level."""
    top = min(found, key=lambda one: one.level)
    return top.loops[-2] if len(top.loops) > 1 else None


def _numbered(story: Draft, lists: Lists) -> Iterator[_Numbered]:
    for paragraph, path in walk(story, qn("w:p")):
        around = tuple(loops(path)) if path else ()
        properties = child(paragraph, _PROPERTIES) if around else None
        if properties is None:
            continue
        number, level = _numbers_of(properties, lists)
        if number not in {"", "0"}:
            yield _Numbered(properties, number, level, around)


def _numbers_of(properties: etree._Element, lists: Lists) -> tuple[str, str]:
    styled = lists.styles.get(_value(properties, "w:pStyle"), ("", "0"))
    numbers = child(properties, _NUMBERS)
    if numbers is None:
        return styled
    return _value(numbers, "w:numId") or styled[0], _value(numbers, "w:ilvl") or styled[1]


def _renumber(one: _Numbered, token: str) -> None:
    properties = one.properties
    numbers = properties.find(_NUMBERS)
    if numbers is None:
        numbers = etree.Element(_NUMBERS)
        before = [one for one in properties if one.tag in _BEFORE]
        properties.insert(len(before), numbers)
    for old in list(numbers):
        numbers.remove(old)
    etree.SubElement(numbers, qn("w:ilvl"), {_VALUE: one.level})
    etree.SubElement(numbers, qn("w:numId"), {_VALUE: token})


def new_list(number: str, like: str, lists: Lists) -> str:
    """The XML of a list that counts like another one, from its start."""
    levels = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in lists.starts.get(like, ())
    )
    definition = lists.definitions[like]
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{levels}</w:num>'


def split_numbering(numbering: etree._Element) -> tuple[str, str]:
    """The numbering part up to where a list can be added, and from there on."""
    border = etree.ProcessingInstruction("bluf", "here")
    own = deepcopy(numbering)
    lists = own.findall(qn("w:num"))
    if lists:
        lists[-1].addnext(border)
    else:
        own.append(border)
    head, _, tail = etree.tostring(own, encoding="unicode").partition("<?bluf here?>")
    return head, tail
