"""Which declaration wins for an element: importance, layers, specificity, order (CSS Cascade 5)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import tinycss2
from msgspec import Struct

from bluf.evidence.formats.html.properties import INHERITED
from bluf.evidence.formats.html.sheets import read_declarations
from bluf.evidence.formats.html.validity import is_valid
from bluf.evidence.formats.html.values import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import cssselect2

    from bluf.evidence.formats.html.sheets import Declaration, Rule, Sheets

_GLOBAL = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})

Weight = tuple[bool, int, tuple[int, ...], int, int]


class Style(Struct, frozen=True):
    """What an element is given.

    Attributes:
        values: Winning values by property; inherited ones only where they are set here.
        places: Where each stands.
        variables: Custom properties, those of its ancestors too.
        doubtful: Declarations that would win, if they applied, and why that is not known.
        before: What is put before its content.
        after: What is put after its content.
    """

    values: Mapping[str, str]
    places: Mapping[str, str]
    variables: Mapping[str, str]
    doubtful: tuple[tuple[Declaration, str], ...] = ()
    before: str = ""
    after: str = ""


class _Given(Struct, frozen=True):
    weight: Weight
    declaration: Declaration
    doubt: str


def style_of(
    element: cssselect2.ElementWrapper, sheets: Sheets, inherited: Mapping[str, str]
) -> Style:
    """The style of an element whose ancestors give it these custom properties."""
    own: list[_Given] = []
    pseudo: dict[str, list[_Given]] = {"before": [], "after": []}
    for specificity, order, kind, rule in sheets.matcher.match(element):
        if kind is None:
            own += _given(rule, sheets, specificity, order)
        else:
            pseudo[kind] += _given(rule, sheets, specificity, order)
    text = element.etree_element.get("style")
    if text:
        for at, each in enumerate(_of_attribute(text)):
            weight = (each.important, len(sheets.layers) + 1, (1, 0, 0), 0, at)
            own.append(_Given(weight, each, ""))
    own.sort(key=lambda given: given.weight)
    variables = _variables(own, inherited)
    values, places, doubtful = _winning(own, variables)
    return Style(
        values,
        places,
        variables,
        doubtful,
        *(_content(element, pseudo[kind], variables) for kind in ("before", "after")),
    )


@lru_cache(4096)
def _of_attribute(text: str) -> tuple[Declaration, ...]:
    """The declarations of a ``style`` attribute; a page repeats them a thousand times."""
    nodes = tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True)
    return tuple(read_declarations(nodes, "its “style”"))


def _given(
    rule: Rule, sheets: Sheets, specificity: tuple[int, ...], order: int
) -> Iterator[_Given]:
    most = len(sheets.layers)
    layer = sheets.layers.index(rule.layer) if rule.layer in sheets.layers else most
    for at, each in enumerate(rule.declarations):
        rank = most - layer if each.important else layer
        weight = (each.important, rank, tuple(specificity), order, at)
        yield _Given(weight, each, rule.doubt)


def _variables(own: list[_Given], inherited: Mapping[str, str]) -> Mapping[str, str]:
    set_here = {
        given.declaration.name: given.declaration.value
        for given in own
        if given.declaration.name.startswith("--") and not given.doubt
    }
    return {**inherited, **set_here} if set_here else inherited


def _winning(
    own: list[_Given], variables: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str], tuple[tuple[Declaration, str], ...]]:
    values: dict[str, str] = {}
    places: dict[str, str] = {}
    doubtful: dict[str, list[tuple[Declaration, str]]] = {}
    for given in own:
        each = given.declaration
        if each.name.startswith("--"):
            continue
        value = resolved(each.value, variables)
        if value is None:
            value = "unset"  # as of a variable that is set nowhere (CSS Variables, 3.1)
        if given.doubt:
            doubtful.setdefault(each.name, []).append((each, given.doubt))
        elif value in _GLOBAL or is_valid(each.name, value):
            doubtful.pop(each.name, None)
            places[each.name] = each.place
            if value in _GLOBAL:
                values[each.name] = _keyword(each.name, value)
            else:
                values[each.name] = value
    return values, places, tuple(pair for pairs in doubtful.values() for pair in pairs)


def _keyword(name: str, value: str) -> str:
    """``inherit`` as it is; ``unset`` and the like by whether the property is inherited."""
    if value in {"unset", "revert", "revert-layer"}:
        return "inherit" if name in INHERITED else "initial"
    return value


def _content(
    element: cssselect2.ElementWrapper, given: list[_Given], variables: Mapping[str, str]
) -> str:
    """The text that ``::before`` or ``::after`` shows."""
    values: dict[str, str] = {}
    for each in sorted(given, key=lambda one: one.weight):
        if not each.doubt and not each.declaration.name.startswith("--"):
            values[each.declaration.name] = resolved(each.declaration.value, variables) or ""
    if values.get("display") == "none" or values.get("visibility") == "hidden":
        return ""
    shown = []
    for token in tinycss2.parse_component_value_list(values.get("content", "")):
        if token.type == "string":
            shown.append(token.value)
        elif token.type == "function" and token.lower_name == "attr":
            name = tinycss2.serialize(token.arguments).strip()
            shown.append(element.etree_element.get(name, ""))
    text = "".join(shown)
    return text if any(sign.isalnum() for sign in text) else ""
