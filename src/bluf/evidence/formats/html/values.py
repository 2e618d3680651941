"""Values of CSS, as far as they decide what is seen: lengths, numbers, variables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from math import ceil, floor, fmod, prod, trunc
from typing import TYPE_CHECKING, TypeVar

import tinycss2

if TYPE_CHECKING:
    from tinycss2.ast import FunctionBlock, Node

_Part = TypeVar("_Part")
_UNITS = {
    "rlh": 19.2, "rex": 8.0, "rch": 8.0, "ric": 16.0, "rcap": 11.0,
    "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "q": 0.945,
    "rem": 16.0,
    **dict.fromkeys(("cqw", "cqh", "cqi", "cqb", "cqmin", "cqmax"), 3.0),
    **dict.fromkeys((f"{each}{axis}" for each in ("v", "sv", "dv", "lv")
                     for axis in ("w", "i", "max")), 12.8),
    **dict.fromkeys((f"{each}{axis}" for each in ("v", "sv", "dv", "lv")
                     for axis in ("h", "b", "min")), 8.0)
}  # fmt: skip
_OF_FONT = {"em": 1.0, "ex": 0.5, "ch": 0.5, "lh": 1.2, "cap": 0.7, "ic": 1.0}
_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0,
    "x-large": 24.0, "xx-large": 32.0, "xxx-large": 48.0
}  # fmt: skip
_DIMENSION = re.compile(r"\d(?!e[+-]?\d)[a-z]", re.IGNORECASE)
_MOST_DEEP = 12


def _clamp(values: Sequence[float]) -> float:
    low, value, high = values
    return max(low, min(value, high))


def _rounded(way: Callable[[float], int], values: Sequence[float]) -> float:
    value, step = (*values, 1.0)[:2]
    return way(value / step) * step


_WAYS = {"nearest": lambda value: floor(value + 0.5), "up": ceil, "down": floor, "to-zero": trunc}
_MATH: Mapping[str, tuple[int, Callable[[Sequence[float]], float]]] = {
    "calc": (1, lambda values: values[0]),
    "-webkit-calc": (1, lambda values: values[0]),
    "min": (0, min),
    "max": (0, max),
    "clamp": (3, _clamp),
    "mod": (2, lambda values: values[0] % values[1]),
    "rem": (2, lambda values: fmod(*values)),
    "round": (0, partial(_rounded, _WAYS["nearest"])),
    **{f"round {name}": (0, partial(_rounded, way)) for name, way in _WAYS.items()},
    "abs": (1, lambda values: abs(values[0])),
}
"""Functions of numbers: how many they take (0 for any), and what they give."""


@lru_cache(4096)
def length(value: str, font: float, whole: float | None = None) -> float | None:
    """A length in pixels; a share counts of ``whole``. None for what is no length known here."""
    token = tinycss2.parse_one_component_value(value, skip_comments=True)
    return _worked_out(token, font, whole)


def extent(value: str, font: float, whole: float | None = None) -> float:
    """A length in pixels; 0 for what is none known here."""
    return length(value, font, whole) or 0.0


def number(value: str) -> float | None:
    """A number or a share of 1; None for anything else."""
    return None if _DIMENSION.search(value) else length(value, 0.0, 1.0)


def font_size(value: str, parent: float) -> float | None:
    """The size of letters in pixels."""
    if value in _SIZES:
        return _SIZES[value]
    if value in {"smaller", "larger"}:
        return parent / 1.2 if value == "smaller" else parent * 1.2
    return length(value, parent, parent)


def _worked_out(token: Node, font: float, whole: float | None, depth: int = 0) -> float | None:
    if token.type in {"number", "percentage", "dimension"}:
        times = 1.0 if token.type == "number" else None if whole is None else whole / 100
        if token.type == "dimension":
            unit = token.lower_unit
            times = _OF_FONT[unit] * font if unit in _OF_FONT else _UNITS.get(unit)
        return None if times is None else float(token.value) * times
    if token.type not in {"function", "() block"} or depth > _MOST_DEEP:
        return None
    if token.type == "function" and token.lower_name == "env":
        asked, *other = split(token.arguments, ",")
        inset = tinycss2.serialize(asked).strip().startswith("safe-area-inset-")
        return 0.0 if inset else _sum(other[0], font, whole, depth + 1) if other else None
    called = token.type == "function"
    name, inside = (token.lower_name, token.arguments) if called else ("calc", token.content)
    parts = split(inside, ",")
    if name == "round" and [one.type for one in parts[0]] == ["ident"]:
        name = f"round {parts.pop(0)[0].lower_value}"
    count, function = _MATH.get(name, (-1, min))
    values = [_sum(part, font, whole, depth + 1) for part in parts]
    known = [value for value in values if value is not None]
    right = len(known) == len(values) and count in {0, len(values)}
    with suppress(ArithmeticError, ValueError):  # a share of nothing
        return function(known) if right else None
    return None


def _sum(tokens: Sequence[Node], font: float, whole: float | None, depth: int) -> float | None:
    """Terms that are added or taken away, each a product."""
    term: list[Node] = []
    total, sign = 0.0, 1.0
    for token in (*tokens, None):
        if token is None or (token.type == "literal" and token.value in "+-"):
            value = _product(term, font, whole, depth)
            if value is None:
                return None
            total += sign * value
            sign, term = -1.0 if token is not None and token.value == "-" else 1.0, []
        elif token.type != "whitespace":
            term.append(token)
    return total


def _product(tokens: Sequence[Node], font: float, whole: float | None, depth: int) -> float | None:
    signs = [token.value if token.type == "literal" else "" for token in tokens[1::2]]
    values = [_worked_out(token, font, whole, depth) for token in tokens[::2]]
    known = [value for value in values if value is not None]
    if len(known) != len(signs) + 1 or not {*signs} <= {"*", "/"}:
        return None
    divisors = [value for sign, value in zip(signs, known[1:], strict=True) if sign == "/"]
    if 0.0 in divisors:
        return None
    times = [value for sign, value in zip(signs, known[1:], strict=True) if sign == "*"]
    return prod((known[0], *times)) / prod(divisors)


def four_sides(parts: Sequence[_Part]) -> Sequence[_Part]:
    """Top, right, bottom and left of a shorthand of one to four values (CSS Box Model 3)."""
    match parts:
        case [every]:
            return every, every, every, every
        case [block, inline]:
            return block, inline, block, inline
        case [top, inline, bottom]:
            return top, inline, bottom, inline
        case _:
            return parts[:4]


def split(tokens: Sequence[Node], sign: str) -> list[list[Node]]:
    """The parts of a value between the signs of a kind, such as commas."""
    parts: list[list[Node]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def resolved(value: str, variables: Mapping[str, str], depth: int = 0) -> str | None:
    """A value with its ``var()`` put in; None where one of them is not known."""
    if "var(" not in value.lower():
        return value
    if depth > _MOST_DEEP:
        return None
    pieces: list[str] = []
    for token in tinycss2.parse_component_value_list(value):
        if token.type == "function":
            piece = _function(token, variables, depth)
            if piece is None:
                return None
            pieces.append(piece)
        else:
            pieces.append(token.serialize())
    return "".join(pieces)


def _function(token: FunctionBlock, variables: Mapping[str, str], depth: int) -> str | None:
    if token.lower_name != "var":
        inner = resolved(tinycss2.serialize(token.arguments), variables, depth + 1)
        return None if inner is None else f"{token.name}({inner})"
    name, _, fallback = tinycss2.serialize(token.arguments).partition(",")
    stands = variables.get(name.strip())
    known = None if stands is None else resolved(stands.strip(), variables, depth + 1)
    if known is not None:
        return known
    return resolved(fallback.strip(), variables, depth + 1) if fallback.strip() else None
