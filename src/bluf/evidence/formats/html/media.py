"""Whether a style sheet's conditions hold: media queries and ``@supports``, or nobody knows.

The screen is a usual one: 1280 by 800 pixels, a mouse, a light scheme if not a dark one. Answers
are three-valued (Kleene): what the queries of level 5 say of a thing that is not known here is not
known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import eq, ge, gt, le, lt
from typing import TYPE_CHECKING

import tinycss2

from bluf.evidence.formats.html.validity import is_valid
from bluf.evidence.formats.html.values import length, split

if TYPE_CHECKING:
    from tinycss2.ast import Node

WIDTH, HEIGHT = 1280.0, 800.0
_TYPES = {"all": True, "screen": True, "": True}
_DISCRETE = {
    "orientation": "landscape", "hover": "hover", "any-hover": "hover", "pointer": "fine",
    "any-pointer": "fine", "prefers-color-scheme": "light", "prefers-reduced-motion":
    "no-preference", "prefers-contrast": "no-preference", "display-mode": "browser",
    "scripting": "enabled", "update": "fast", "forced-colors": "none", "inverted-colors": "none",
    "prefers-reduced-transparency": "no-preference", "prefers-reduced-data": "no-preference",
    "color-gamut": "srgb", "dynamic-range": "standard", "grid": "0", "monochrome": "0",
    "-ms-high-contrast": "", "-moz-touch-enabled": "0", "-webkit-transform-3d": "1"
}  # fmt: skip
_LENGTHS = {"width": WIDTH, "height": HEIGHT, "device-width": WIDTH, "device-height": HEIGHT}
_RATIOS = frozenset({"resolution", "-webkit-device-pixel-ratio", "device-pixel-ratio"})
_COMPARE = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq}
_BOUNDS = {"min": ge, "max": le, "": eq}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}

Answer = bool | None


def holds(query: str, *, dark: bool = False) -> Answer:
    """Whether a list of media queries holds on the screen; None where that is not known."""
    tokens = tinycss2.parse_component_value_list(query, skip_comments=True)
    parts = split(tokens, ",")
    if not any(_words(part) for part in parts):
        return True
    judge = _dark_feature if dark else _feature
    return _any(_query(_words(part), judge) for part in parts)


def supports(condition: Sequence[Node], known: frozenset[str]) -> Answer:
    """Whether a condition of ``@supports`` holds, given the properties that browsers know."""
    return _condition(_words(condition), lambda block: _supported(block, known))


def _words(tokens: Sequence[Node]) -> list[Node]:
    return [token for token in tokens if token.type not in {"whitespace", "comment"}]


def _any(answers: Iterable[Answer]) -> Answer:
    found = set(answers)
    return True if True in found else None if None in found else False


def _all(answers: Iterable[Answer]) -> Answer:
    found = set(answers)
    return False if False in found else None if None in found else True


def _query(words: list[Node], judge: Callable[[list[Node]], Answer]) -> Answer:
    negated = (
        bool(words) and _ident(words[0]) == "not" and len(words) > 1 and bool(_ident(words[1]))
    )
    if negated or (words and _ident(words[0]) == "only"):
        words = words[1:]
    kind = _ident(words[0]) if words else ""
    if kind and kind not in {"not", "and", "or"}:
        answer = _all((_TYPES.get(kind, False), _condition(words[2:], judge)))
    else:
        answer = _condition(words, judge)
    return answer if answer is None or not negated else not answer


def _condition(words: list[Node], judge: Callable[[list[Node]], Answer]) -> Answer:
    if words and _ident(words[0]) == "not":
        answer = _condition(words[1:], judge)
        return None if answer is None else not answer
    joiners = {_ident(word) for word in words[1::2]}
    answers = [_term(word, judge) for word in words[::2]]
    if joiners == {"or"}:
        return _any(answers)
    return _all(answers) if joiners <= {"and"} else None


def _term(word: Node, judge: Callable[[list[Node]], Answer]) -> Answer:
    if word.type == "() block":
        inner = _words(word.content)
        nested = inner and (inner[0].type == "() block" or _ident(inner[0]) == "not")
        return _condition(inner, judge) if nested else judge(inner)
    if word.type == "function" and word.lower_name == "selector":
        return True
    return None


def _ident(word: Node) -> str:
    return str(word.lower_value) if word.type == "ident" else ""


def _supported(words: list[Node], known: frozenset[str]) -> Answer:
    name = _ident(words[0]) if words else ""
    value = tinycss2.serialize(words[2:]).strip().lower()
    if name not in known and not name.startswith("--"):
        return None if "-" in name else False
    return name.startswith("--") or is_valid(name, value)


def _dark_feature(words: list[Node]) -> Answer:
    if words and _ident(words[0]) == "prefers-color-scheme" and len(words) > 1:
        return _ident(words[-1]) == "dark"
    return _feature(words)


def _feature(words: list[Node]) -> Answer:
    name = _ident(words[0]) if words else ""
    if len(words) == 1:
        return name in {*_LENGTHS, "color", "hover", "any-hover", "pointer", "scripting"} or (
            None if name not in _DISCRETE else _DISCRETE[name] not in {"", "0", "none"}
        )
    text = tinycss2.serialize(words[2:]).strip().lower()
    if words[1] == ":":
        return _compared(name, text)
    return _range(words)


def _compared(name: str, value: str) -> Answer:
    if name in _DISCRETE:
        return _DISCRETE[name] == value
    bound, _, plain = name.partition("-") if name.startswith(("min-", "max-")) else ("", "", name)
    if name.startswith(("-webkit-min-", "-webkit-max-")):
        bound, plain = name[8:11], "resolution"
    return _bounded(_BOUNDS[bound], plain, value)


def _bounded(compare: Callable[[float, float], bool], name: str, value: str) -> Answer:
    mine = _LENGTHS.get(name)
    other = length(value, 16.0)
    if name in _RATIOS:
        mine, digits = 1.0, value.rstrip("dpixcm")
        other = float(digits) if digits.replace(".", "", 1).isdecimal() else None
        other = other / 96 if other and value.endswith("dpi") else other
    if mine is None or other is None:
        return None
    return compare(mine, other)


def _range(words: list[Node]) -> Answer:
    """``(width >= 600px)`` and ``(400px <= width <= 900px)``."""
    parts: list[str] = [""]
    signs: list[str] = []
    for word in words:
        if word.type == "literal" and word.value in "<>=":
            if signs and parts[-1] == "":
                signs[-1] += word.value
            else:
                signs.append(word.value)
                parts.append("")
        else:
            parts[-1] += word.serialize().lower()
    at = next((at for at, part in enumerate(parts) if part in {*_LENGTHS, *_RATIOS}), None)
    if at is None or any(sign not in _TURNED for sign in signs):
        return None
    answers = []
    for number, sign in enumerate(signs):
        other = parts[number] if number < at else parts[number + 1]
        way = _TURNED[sign] if number < at else sign
        answers.append(_bounded(_COMPARE[way], parts[at], other))
    return _all(answers)
