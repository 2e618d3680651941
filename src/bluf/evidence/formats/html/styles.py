"""Which elements of a page its own style sheets and style attributes hide or set apart.

A reader of selectors and of the cascade, no more than is needed for what hides text: CSS 2.2,
sections 5 (selectors) and 6.4 (cascade). A selector it does not know decides nothing; style sheets
in other files are not read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.evidence.formats.html.unseen import IN_SHEETS, LOOKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

MOST_RULES = 2000
"""So many rules that set one of the properties are looked at; a page has some dozens."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_BRACE = re.compile(r"[^{}]*+[{}]")
_SCREEN = re.compile(r"@(?:media\s+(?:screen|all)\s*|supports\b.*|layer\b.*)\Z", re.DOTALL)


def _declarations_of(properties: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])({'|'.join(properties)})\s*:\s*([^;!]+?)\s*(!\s*important)?\s*(?:;|\Z)",
        re.IGNORECASE,
    )


_IN_SHEET = _declarations_of(IN_SHEETS)
_IN_ATTRIBUTE = _declarations_of((*LOOKS, "overflow"))
_COMPOUND = re.compile(r"(?P<tag>[a-z][a-z0-9-]*|\*)?(?P<more>(?:[.#][\w-]+|\[[a-z-]+\])*)\Z")
_SIMPLE = re.compile(r"[.#][\w-]+|\[[a-z-]+\]")
_ATTRIBUTE_WINS = (1, 0, 0, 0)

Weight = tuple[bool, tuple[int, ...], int]
Looks = dict[str, tuple[Weight, str]]


class _Rule(Struct, frozen=True):
    selector: str
    declarations: tuple[tuple[str, str, bool], ...]


def looks(page: etree._Element) -> Mapping[etree._Element, Mapping[str, str]]:
    """The properties that the page's own rules give to each element, where they give any."""
    found: dict[etree._Element, Looks] = {}
    for order, rule in enumerate(_rules(page)):
        selected = _selected(rule.selector)
        if selected is None:
            continue
        path, specificity = selected
        for element in page.xpath(path):
            _put(found.setdefault(element, {}), rule.declarations, specificity, order)
    for element in page.xpath("//*[@style]"):
        declarations = _declarations(element.get("style", ""), _IN_ATTRIBUTE)
        _put(found.setdefault(element, {}), declarations, _ATTRIBUTE_WINS, MOST_RULES)
    return {
        element: {name: value for name, (_, value) in given.items()}
        for element, given in found.items()
    }


def _put(
    looks: Looks,
    declarations: Iterable[tuple[str, str, bool]],
    specificity: tuple[int, ...],
    order: int,
) -> None:
    for name, value, important in declarations:
        weight = (important, specificity, order)
        if name not in looks or looks[name][0] <= weight:
            looks[name] = weight, value


def _rules(page: etree._Element) -> list[_Rule]:
    sheets = page.xpath("//style[not(@media) or @media='screen' or @media='all']")
    rules = (rule for sheet in sheets for rule in _rules_of("".join(sheet.itertext())))
    return [rule for rule, _ in zip(rules, range(MOST_RULES), strict=False)]


def _rules_of(sheet: str) -> Iterator[_Rule]:
    """The rules of a style sheet that hold for a screen and set one of the properties."""
    skipped = depth = 0
    selectors = ""
    for piece in _BRACE.findall(_COMMENT.sub(" ", sheet)):
        content, brace = piece[:-1].strip(), piece[-1]
        if brace == "{":
            depth += 1
            selectors = content
            if content.startswith("@") and not _SCREEN.match(content) and not skipped:
                skipped = depth
        else:
            declarations = _declarations(content, _IN_SHEET)
            if declarations and not skipped:
                yield from (_Rule(each.strip(), declarations) for each in selectors.split(","))
            skipped = 0 if skipped == depth else skipped
            depth -= 1


def _declarations(text: str, known: re.Pattern[str]) -> tuple[tuple[str, str, bool], ...]:
    return tuple(
        (name.lower(), value.lower(), bool(important))
        for name, value, important in known.findall(text)
    )


def _selected(selector: str) -> tuple[str, tuple[int, ...]] | None:
    """XPath and specificity of a selector, or None where it is of a kind we do not read."""
    steps: list[str] = []
    specificity = [0, 0, 0, 0]
    axis = "//"
    for word in re.sub(r"\s*>\s*", " > ", selector).split():
        if word == ">":
            axis = "/"
            continue
        compound = _COMPOUND.match(word)
        if compound is None:
            return None
        simple = _SIMPLE.findall(compound["more"])
        specificity[1] += sum(each[0] == "#" for each in simple)
        specificity[2] += sum(each[0] != "#" for each in simple)
        specificity[3] += (compound["tag"] or "*") != "*"
        steps.append(axis + (compound["tag"] or "*") + "".join(map(_predicate, simple)))
        axis = "//"
    return ("".join(steps), tuple(specificity)) if steps else None


def _predicate(simple: str) -> str:
    kind, name = simple[0], simple[1:]
    if kind == "#":
        return f"[@id='{name}']"
    if kind == ".":
        return f"[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
    return f"[@{name[:-1]}]"
