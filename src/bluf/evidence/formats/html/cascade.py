"""Which declaration wins for an element: importance, layers, specificity, order (CSS Cascade 5)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import tinycss2
from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.formats.html.declarations import Declaration, quirk, read_declarations
from bluf.evidence.formats.html.properties import ANIMATED, FOREIGN, INHERITED, RELEVANT
from bluf.evidence.formats.html.sheets import Sheets, StyleRule
from bluf.evidence.formats.html.tags import DRAWN
from bluf.evidence.formats.html.validity import FLUID, HIDING_WORDS, is_valid
from bluf.evidence.formats.html.values import resolved
from octavo.shortening import quoted

if TYPE_CHECKING:
    import cssselect2


_GLOBAL = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
_TIME = re.compile(r"([\d.]+(?:e\d+)?)(m?s)")
_LONG = 10.0
"""Seconds."""
_WRITTEN = ("marker", "before", "after")
"""What a style sheet may write in an element."""
_TURNED_BACK = ("infinite", "alternate", "reverse", "paused", "backwards")
"""Words of an animation that may show any of its frames for long."""

Weight = tuple[bool, int, tuple[int, ...], int, int]
Values = dict[str, str]
Variant = tuple[str, "Mapping[str, str]"]
"""Why other values may hold, and which."""
_GONE = {"display": "none"}
"""What a property does that is not known."""
_DRAWING = {name: name for name in RELEVANT}
_FORMULA = {
    "mathcolor": "color",
    "mathbackground": "background-color",
    "mathsize": "font-size",
}


class Style(Struct, frozen=True):
    """What an element is given.

    Attributes:
        values: Winning values by property; inherited ones only where they are set here.
        variables: Custom properties, those of its ancestors too.
        variants: Values that may hold besides, for all of it or for a part of its text.
        boxes: The values of the boxes that are put before and after its content, by their names.
        said: What is written in those of them that have words.
    """

    values: Mapping[str, str]
    variables: Mapping[str, str]
    variants: tuple[Variant, ...] = ()
    boxes: Mapping[str, Mapping[str, str]] = {}
    said: Mapping[str, str] = {}


class _Given(Struct, frozen=True):
    weight: Weight
    declaration: Declaration
    doubt: str


def style_of(
    element: cssselect2.ElementWrapper, sheets: Sheets, inherited: Mapping[str, str]
) -> Style:
    """The style of an element whose ancestors give it these custom properties."""
    node = element.etree_element
    own, parts = _declared(element, sheets)
    variables = _variables(own, inherited, sheets)
    values, variants = _winning(own, variables)
    variants += _moving(values, sheets) + _pressed(values, sheets)
    shown = {kind: _winning(given, variables) for kind, given in parts.items()}
    variants += [
        (f"its “::{kind}” is styled by itself", changes)
        for kind in ("first-line", "first-letter", "placeholder")
        for changes in shown.get(kind, ({}, []))[:1]
        if changes
    ]
    variants += [
        (cause, {"display": "none"})
        for kind in _WRITTEN
        for cause, changes in shown.get(kind, ({}, []))[1]
        if _content(node, changes)
    ]
    boxes = {
        kind: shown[kind][0] for kind in _WRITTEN if kind in shown and "content" in shown[kind][0]
    }
    said = {kind: text for kind, box in boxes.items() if (text := _content(node, box))}
    boxes |= {
        f"{kind} of {cause} {at}": {**box, **changes}
        for kind, box in boxes.items()
        for at, (cause, changes) in enumerate(
            [*_moving(box, sheets), *(one for one in shown[kind][1] if one[1] is _GONE)]
        )
    }
    return Style(values, variables, tuple(variants), boxes, said)


def _declared(
    element: cssselect2.ElementWrapper, sheets: Sheets
) -> tuple[list[_Given], dict[str, list[_Given]]]:
    """What is declared of an element and of its parts, by their names; the strongest last."""
    node = element.etree_element
    own: list[_Given] = list(_of_attributes(node))
    parts: dict[str, list[_Given]] = {}
    for specificity, order, kind, rule in sheets.matcher.match(element):
        there = own if kind is None else parts.setdefault(kind, [])
        if rule.limit and any(each.matches(rule.limit) for each in (element, *element.ancestors)):
            continue
        there += _given(rule, sheets, specificity, order)
    for at, each in enumerate(_of_attribute(node.get("style") or "")):
        weight = (each.important, len(sheets.layers) + 1, (1, 0, 0), 0, at)
        own.append(_held(weight, quirk(each) if sheets.quirks else each, ""))
    for given in (own, *parts.values()):
        given.sort(key=_weight)
    return own, parts


def _weight(given: _Given) -> Weight:
    return given.weight


def _of_attributes(node: etree._Element) -> Iterator[_Given]:
    """What the attributes of a drawing or a formula set; any rule is stronger."""
    names = _DRAWING if node.tag in DRAWN else _FORMULA
    text = "; ".join(f"{names[name]}: {value}" for name, value in node.items() if name in names)
    for at, each in enumerate(_of_attribute(text)):
        bare = each.name == "font-size" or node.tag == "foreignobject"
        yield _Given((False, -1, (0, 0, 0), 0, at), quirk(each) if bare else each, "")


@lru_cache(4096)
def _of_attribute(text: str) -> tuple[Declaration, ...]:
    """The declarations of a ``style`` attribute; a page repeats them a thousand times."""
    nodes = tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True)
    return tuple(read_declarations(nodes, "its “style”"))


def _given(
    rule: StyleRule, sheets: Sheets, specificity: tuple[int, ...], order: int
) -> Iterator[_Given]:
    most = len(sheets.layers)
    layer = sheets.layers.index(rule.layer) if rule.layer in sheets.layers else most
    for at, each in enumerate(rule.declarations):
        rank = most - layer if each.important else layer
        weight = (each.important, rank, tuple(specificity), order, at)
        yield _held(weight, each, rule.doubt)


def _held(weight: Weight, each: Declaration, doubt: str) -> _Given:
    """A declaration by the name of its property; one that only some browsers take is in doubt."""
    if each.name.startswith(FOREIGN):
        each = replace(each, name=each.name.removeprefix(FOREIGN))
        doubt = doubt or "not every browser takes it"
    return _Given(weight, each, doubt)


def _variables(
    own: Iterable[_Given], inherited: Mapping[str, str], sheets: Sheets
) -> Mapping[str, str]:
    set_here = {
        given.declaration.name: given.declaration.value
        for given in own
        if given.declaration.name.startswith("--") and not given.doubt
    }
    if not (set_here or sheets.registered):
        return inherited
    found = {**inherited, **set_here}
    for name, (syntax, inherits) in sheets.registered.items():
        taken = is_of(syntax, resolved(set_here[name], found)) if name in set_here else inherits
        if not taken:
            found[name] = sheets.variables[name]
    return found


def _winning(own: Sequence[_Given], variables: Mapping[str, str]) -> tuple[Values, list[Variant]]:
    """The winning values, and those that would win if their rules applied: each, and all."""
    values: Values = {}
    doubtful: dict[str, dict[Declaration, str]] = {}
    rolled: list[Variant] = []
    for given in own:
        each = given.declaration
        if each.name not in RELEVANT:
            continue
        value = resolved(each.value, variables)
        # As of a variable that is set nowhere (CSS Variables, 3.1).
        value = "unset" if value is None else value.strip()
        if given.doubt:
            doubtful.setdefault(each.name, {})[each] = given.doubt
        elif "(" in value and each.name in HIDING_WORDS:
            doubtful.setdefault(each.name, {})[_hiding(each)] = "it cannot be worked out"
        elif (taken := value in _GLOBAL or is_valid(each.name, value)) is not False:
            if each.name in values and (taken is None or value == "revert-layer"):
                cause = f"“{each.name}: {value}” ({each.place}) may not be taken"
                rolled.append((cause, {each.name: values[each.name]}))
            doubtful.pop(each.name, None)
            values[each.name] = _keyword(each.name, value) if value in _GLOBAL else value
    found = [pair for pairs in doubtful.values() for pair in pairs.items()]
    variants = rolled + [(cause, _GONE) for cause in _unknown(own)]
    variants += [
        (f"“{each.name}: {each.value}” ({each.place}): {cause}", {each.name: each.value})
        for each, cause in found
    ]
    if len(found) > 1:
        each, cause = found[0]
        together = {one.name: one.value for one, _ in found}
        variants.append((f"the declarations of {each.place}: {cause}", together))
    return values, variants


def _unknown(own: Iterable[_Given]) -> Collection[str]:
    """What is said of each property of which nobody here knows what it does."""
    found: dict[str, str] = {}
    for each in (given.declaration for given in own):
        if each.name not in RELEVANT and not each.name.startswith("--"):
            found.pop(each.name, None)
            if each.value.lower() not in _GLOBAL:
                said = quoted(f"{each.name}: {each.value}")
                found[each.name] = f"{said} ({each.place}) is not known to leave words seen"
    return found.values()


def _hiding(declaration: Declaration) -> Declaration:
    """A declaration whose value is not known, with the one by which it would hide."""
    return replace(declaration, value=HIDING_WORDS[declaration.name])


def _moving(values: Mapping[str, str], sheets: Sheets) -> list[Variant]:
    """What an animation shows at its end, and on its way where it comes back to it."""
    if "animation-name" not in values:
        return []
    words = " ".join(values.get(f"animation-{part}", "") for part in ANIMATED)
    running = words.replace(",", " ").split()
    found = [(name, sheets.keyframes[name]) for name in running if name in sheets.keyframes]
    returns = not set(running).isdisjoint(_TURNED_BACK) or any(map(_is_long, running))
    return [
        (f"the animation “{name}” may hide it", _changed(frame, sheets))
        for name, (last, every) in found
        for frame in (every if returns else (last,))
        if frame
    ]


def _changed(frame: Mapping[str, str], sheets: Sheets) -> Mapping[str, str]:
    """What a frame changes; a custom property may change anything, but an angle."""
    moved = {name for name in frame if name.startswith("--")}
    angles = {name for name, (syntax, _) in sheets.registered.items() if syntax == "<angle>"}
    known = moved <= angles and {name.removeprefix(FOREIGN) for name in frame} - moved <= RELEVANT
    return frame if known else {**frame, **_GONE}


def _pressed(values: Values, sheets: Sheets) -> list[Variant]:
    """What a font of the page that makes its letters small does to them."""
    if not sheets.small:
        return []
    families = {each.strip(" \"'") for each in values.get("font-family", "").split(",")}
    small = families & sheets.small
    return [(f"“@font-face” makes “{name}” small", {"font-size": "0px"}) for name in small]


def _is_long(word: str) -> bool:
    """Whether a time is so long that a reader sees what is shown in between."""
    found = _TIME.fullmatch(word)
    return found is not None and float(found[1]) >= _LONG * (1 if found[2] == "s" else 1000)


def _keyword(name: str, value: str) -> str:
    """``inherit`` as it is; ``unset`` and the like by whether the property is inherited."""
    if value in {"unset", "revert", "revert-layer"}:
        return "inherit" if name in INHERITED else "initial"
    return value


def _content(node: etree._Element, values: Mapping[str, str]) -> str:
    """The text of a box that is put before or after the content of an element."""
    content = values.get("content")
    if not content or values.get("display") == "none" or values.get("visibility") == "hidden":
        return ""
    shown = []
    for token in tinycss2.parse_component_value_list(content):
        if token.type == "literal" and token.value == "/":
            break  # what follows is said to those who hear the page
        if token.type == "string":
            shown.append(token.value)
        elif token.type == "function" and token.lower_name == "attr":
            name = tinycss2.serialize(token.arguments).strip()
            shown.append(node.get(name, ""))
        elif token.type == "function" and token.lower_name.startswith("counter"):
            shown.append("0")
    text = "".join(shown)
    return text if any(sign.isalnum() for sign in text) else ""


def is_of(syntax: str, value: str | None) -> bool:
    """Whether a custom property that is registered takes a value."""
    if syntax == "<color>":
        return bool(value) and is_valid("color", str(value)) is True
    if syntax in {"<number>", "<integer>", "<length>", "<percentage>", "<length-percentage>"}:
        return bool(value) and is_valid("width", str(value)) is True and value not in FLUID
    return True
