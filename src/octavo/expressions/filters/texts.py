"""Filters on text."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final
from urllib.parse import quote

from jinja2 import Undefined
from jinja2.filters import FILTERS as _JINJA

from octavo.expressions.anchored import Anchored
from octavo.expressions.describe import text_of
from octavo.expressions.fault import LIMITS, exceeded, unfit, unsafe
from octavo.expressions.filters.guard import Cost, slowly, steps


class Marked(Anchored):
    """Text whose emphasis and links are meant: it holds a little Markdown."""

    __slots__ = ()


def _title(value: object) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in text_of(value).split(" "))


def _trim(value: object, characters: str | None = None) -> str:
    return text_of(value).strip(characters)


def _plain(value: object) -> object:
    """Values are always text: there is nothing to escape and nothing to trust."""
    return value


def _reading(value: object) -> int:
    """A text with marks is taken apart: some hundred steps, and some more for each mark."""
    marks = sum(map(value.count, "*_[\\")) if isinstance(value, str) else 0
    return 1 + (100 if marks else 0) + 8 * marks


def _markdown(value: object) -> Marked:
    anchor = value.anchor if isinstance(value, Anchored) else ""
    return Marked(text_of(value), anchor)


def _replace(value: object, old: str, new: str, count: int = -1) -> str:
    text = text_of(value)
    if len(text) + text.count(old) * len(new) > LIMITS.text:
        raise exceeded(f"“replace” makes a text of more than {LIMITS.text:,} characters")
    return text.replace(old, text_of(new), count)


def _truncate(value: object, length: int = 255, killwords: bool = False, end: str = "…") -> str:
    text = text_of(value)
    if len(text) <= length:
        return text
    cut = text[: max(length - len(end), 0)]
    if killwords or " " not in cut:
        return cut + end
    return cut.rsplit(" ", 1)[0] + end


def _center(value: object, width: int = 80) -> str:
    return text_of(value).center(width)


def _indent(value: object, width: int = 4, first: bool = False, blank: bool = False) -> str:
    text, space = text_of(value), " " * width
    if len(text) + text.count("\n") * len(space) > LIMITS.text:
        raise exceeded(f"“indent” makes a text of more than {LIMITS.text:,} characters")
    head, *lines = text.split("\n")
    indented = (space + line if line or blank else line for line in lines)
    return "\n".join((space * first + head, *indented))


def _wordcount(value: object) -> int:
    return len(text_of(value).split())


def _urlencode(value: object) -> str:
    return quote(text_of(value), safe="/")


def _format(value: str, *args: object) -> str:
    if "*" in value or any(len(part) > len("1000") for part in _digits(value)):
        raise unsafe("“format” is given a width of more than 1,000")
    shown = tuple(each if _is_number(each) else text_of(each) for each in args)
    return _CODE.sub(r"%\1s", value) % shown


_CODE = re.compile(r"%([-#0 +]*\d*(?:\.\d+)?)[ra]")
"""Python's own “%r” and “%a”, which print code of Python."""


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def _split(value: object, separator: str | None = None, most: int = -1) -> list[str]:
    text = text_of(value)
    if separator == "":
        raise unfit("a text cannot be split at nothing")
    if (len(text) if separator is None else text.count(separator)) > LIMITS.items:
        raise exceeded(f"“split” makes more than {LIMITS.items:,} pieces")
    return text.split(separator, most)


def _digits(text: str) -> list[str]:
    return "".join(character if character.isdigit() else " " for character in text).split()


def _default(value: object, fallback: object = "", boolean: bool = False) -> object:
    """The fallback for what is not there; ``null`` is not there either."""
    if isinstance(value, Undefined) or value is None or (boolean and not value):
        return fallback
    return value


TABLE: Final[dict[str, Callable[..., object]]] = {
    "upper": lambda value: text_of(value).upper(),
    "lower": lambda value: text_of(value).lower(),
    "capitalize": lambda value: text_of(value).capitalize(),
    "title": _title,
    "trim": _trim,
    "string": text_of,
    "e": _plain,
    "escape": _plain,
    "forceescape": _plain,
    "safe": _plain,
    "markdown": _markdown,
    "replace": _replace,
    "truncate": _truncate,
    "center": _center,
    "indent": _indent,
    "wordcount": _wordcount,
    "wordwrap": _JINJA["wordwrap"],
    "urlencode": _urlencode,
    "format": _format,
    "split": _split,
    "default": _default,
    "d": _default,
}
COSTS: Final[dict[str, Cost]] = {
    **dict.fromkeys(("urlencode", "title", "split", "wordcount"), slowly),
    **dict.fromkeys(("default", "d", "safe", "e", "escape", "forceescape"), steps(1)),
    "wordwrap": lambda value, *_, **__: 4 * slowly(value),
    "markdown": _reading,
}
"""What the filters cost; those that are not named look at each item or letter once."""
