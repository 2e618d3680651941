"""What was found in a text, kept for as long as it may be asked for again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, cast

F = TypeVar("F", bound="Callable[..., object]")

_KEPT, _LONG = 2048, 1024
_MOST = 4_000_000
_OF_LONG_TEXTS: list[dict[tuple[str, ...], object]] = []


def remembered(find: F) -> F:
    """The same function, which looks through a text once: the last short ones, and long ones."""
    of_short = lru_cache(_KEPT)(find)
    of_long: dict[tuple[str, ...], object] = {}
    _OF_LONG_TEXTS.append(of_long)

    @wraps(find)
    def known(text: str, *tag: str) -> object:
        if len(text) <= _LONG:
            return of_short(text, *tag)
        found = of_long.get((text, *tag))
        if found is None:
            found = of_long[text, *tag] = find(text, *tag)
        return found

    return cast("F", known)


def forget_long_texts() -> None:
    """Let go of long texts where they are many: those of one brief are asked for to its end."""
    if sum(len(text) for each in _OF_LONG_TEXTS for text, *_ in list(each)) > _MOST:
        for each in _OF_LONG_TEXTS:
            each.clear()
