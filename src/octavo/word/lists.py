"""The lists of a template, as its numbering part defines them."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Final

from lxml import etree
from msgspec import Struct, field

from octavo.ooxml import NAMESPACES, qn, value_of

_OF_STYLES: Final = etree.XPath(
    "w:style/w:pPr[1][not(w:outlineLvl)]/w:numPr[1]", namespaces={"w": NAMESPACES["w"]}
)


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


def read_lists(numbering: etree._Element | None, styles: etree._Element | None) -> Lists:
    """The lists of a template from its numbering and styles parts."""
    if numbering is None:
        return Lists()
    definitions = {
        str(one.get(qn("w:numId"))): value_of(one, qn("w:abstractNumId"))
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
            (str(one.get(qn("w:ilvl"))), value_of(one, qn("w:start")) or "1") for one in of_list
        )
        bullets |= {
            (number, str(one.get(qn("w:ilvl"))))
            for one in of_list
            if value_of(one, qn("w:numFmt")) in {"bullet", "none"}
        }
    styled = {
        str(numbers.getparent().getparent().get(qn("w:styleId"))): (
            value_of(numbers, qn("w:numId")),
            value_of(numbers, qn("w:ilvl")) or "0",
        )
        for numbers in (() if styles is None else _OF_STYLES(styles))
    }
    last = max((int(number) for number in definitions if number.isdecimal()), default=0)
    return Lists(definitions, styled, frozenset(bullets), starts, last)


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
