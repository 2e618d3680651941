"""Values of CSS, as far as they decide what is seen: lengths, numbers, colours."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import tinycss2
from tinycss2.color4 import parse_color

if TYPE_CHECKING:
    from collections.abc import Mapping

Colour = tuple[float, float, float, float]
"""Red, green, blue of 255, and alpha of 1."""

_UNITS = {
    "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "q": 0.945,
    "rem": 16.0, "vw": 12.8, "vh": 8.0, "vmin": 8.0, "vmax": 12.8, "svw": 12.8, "svh": 8.0,
    "dvw": 12.8, "dvh": 8.0, "lvw": 12.8, "lvh": 8.0, "vi": 12.8, "vb": 8.0,
}  # fmt: skip
_OF_FONT = {"em": 1.0, "ex": 0.5, "ch": 0.5, "lh": 1.2, "cap": 0.7, "ic": 1.0}
_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%]*)\Z")
_CALC = re.compile(r"(?:-webkit-)?calc\((.*)\)\Z", re.DOTALL)
_SUM = re.compile(r"\s+[+-]\s+")
_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0,
    "x-large": 24.0, "xx-large": 32.0, "xxx-large": 48.0,
}  # fmt: skip


def length(value: str, font: float, whole: float | None = None) -> float | None:
    """A length in pixels; a share counts of ``whole``. None for what is no length known here."""
    text = value.strip().lower()
    calculated = _CALC.match(text)
    if calculated:
        return _sum(calculated[1], font, whole)
    match = _LENGTH.match(text)
    if match is None:
        return None
    number, unit = float(match[1]), match[2]
    if not unit:
        return number
    if unit == "%":
        return None if whole is None else number * whole / 100
    if unit in _OF_FONT:
        return number * _OF_FONT[unit] * font
    return number * _UNITS[unit] if unit in _UNITS else None


def _sum(text: str, font: float, whole: float | None) -> float | None:
    """A sum of lengths; products and functions are not known here."""
    signs = [sign.strip() for sign in _SUM.findall(text)]
    terms = [length(term, font, whole) for term in _SUM.split(text.strip())]
    if any(term is None for term in terms):
        return None
    known = [term for term in terms if term is not None]
    return known[0] + sum(
        term if sign == "+" else -term for sign, term in zip(signs, known[1:], strict=True)
    )


def number(value: str) -> float | None:
    """A number or a share of 1; None for anything else."""
    text = value.strip().lower()
    calculated = _CALC.match(text)
    match = _LENGTH.match(calculated[1].strip() if calculated else text)
    if match is None or match[2] not in {"", "%"}:
        return None
    return float(match[1]) / (100 if match[2] else 1)


def font_size(value: str, parent: float) -> float | None:
    """The size of letters in pixels."""
    if value in _SIZES:
        return _SIZES[value]
    if value in {"smaller", "larger"}:
        return parent / 1.2 if value == "smaller" else parent * 1.2
    return length(value, parent, parent)


@cache
def colour(value: str) -> Colour | None:
    """A colour; None for what is none, or is the colour of the text."""
    parsed = parse_color(value)
    if parsed is None or parsed == "currentcolor":
        return None
    if parsed.space != "srgb":
        parsed = parsed.to("srgb")
    red, green, blue, alpha = (0.0 if part is None else float(part) for part in parsed)
    return red * 255, green * 255, blue * 255, min(1.0, max(0.0, alpha))


def colours_in(value: str) -> list[Colour]:
    """Every colour that a value names, such as the stops of a gradient."""
    found: list[Colour] = []
    waiting = list(tinycss2.parse_component_value_list(value))
    while waiting:
        token = waiting.pop(0)
        if token.type in {"ident", "hash", "function"}:
            one = colour(token.serialize())
            if one is not None:
                found.append(one)
            elif token.type == "function":
                waiting[:0] = token.arguments
    return found


def over(top: Colour, ground: Colour) -> Colour:
    """A colour as it looks on an opaque ground."""
    alpha = top[3]
    red, green, blue = (
        part * alpha + under * (1 - alpha) for part, under in zip(top[:3], ground[:3], strict=True)
    )
    return red, green, blue, 1.0


def contrast(one: Colour, other: Colour) -> float:
    """How much two colours differ, of 255."""
    return max(abs(here - there) for here, there in zip(one[:3], other[:3], strict=True))


def resolved(value: str, variables: Mapping[str, str], depth: int = 0) -> str | None:
    """A value with its ``var()`` put in; None where one of them is not known."""
    if "var(" not in value.lower():
        return value
    most = 8
    if depth > most:
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


def _function(
    token: tinycss2.ast.FunctionBlock, variables: Mapping[str, str], depth: int
) -> str | None:
    if token.lower_name != "var":
        inner = resolved(tinycss2.serialize(token.arguments), variables, depth + 1)
        return None if inner is None else f"{token.name}({inner})"
    name, _, fallback = tinycss2.serialize(token.arguments).partition(",")
    stands = variables.get(name.strip())
    if stands is not None:
        return resolved(stands.strip(), variables, depth + 1)
    return resolved(fallback.strip(), variables, depth + 1) if fallback.strip() else None
