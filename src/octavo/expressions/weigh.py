"""What it takes to look at a value: the steps that a template's budget is charged with.

A step is about a microsecond. Values may share their members, so that a list of a few names stands
for billions of items once it is looked at: what is charged is what a comparison would walk through.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final

_SCALARS: Final = frozenset({int, float, bool, type(None)})
_LETTERS: Final = 7
"""A text takes a step for each 2⁷ characters."""
_ALIKE: Final = 10
"""Two texts take a step for each 2¹⁰ characters."""
_COPIED: Final = 4
"""A list that is copied takes a step for each 2⁴ items."""


def weigh(value: object, most: int) -> int:
    """The steps of looking at all of a value; counting ends beyond ``most``."""
    if type(value) in _SCALARS:
        return 1
    total, waiting = 1, [value]
    while waiting and total <= most:
        one: Any = waiting.pop()
        if isinstance(one, str):
            total += len(one) >> _LETTERS
        elif isinstance(one, Mapping):
            total += 2 * len(one)
            waiting += one.keys()
            waiting += one.values()
        elif isinstance(one, (list, tuple, AbstractSet)):
            total += len(one)
            waiting += one
    return total


def length(value: object) -> int:
    """The steps of a filter that takes a text, or each item of a list, once."""
    if isinstance(value, str):
        return 1 + (len(value) >> _LETTERS)
    return 1 + len(value) if isinstance(value, (list, tuple, Mapping, AbstractSet, range)) else 1


def copied(value: object) -> int:
    """The steps of making a copy of a text or a list."""
    if isinstance(value, (list, tuple, range)):
        return 1 + (len(value) >> _COPIED)
    return length(value) if isinstance(value, str) else 1


def compared(left: object, right: object, most: int) -> int:
    """The steps of holding two values against each other."""
    if type(left) in _SCALARS or type(right) in _SCALARS:
        return 1
    if isinstance(left, str) or isinstance(right, str):
        return 1 + (len(left) >> _ALIKE if isinstance(left, str) else 0)
    return weigh(left, most)


def sought(item: object, group: object, most: int) -> int:
    """The steps of looking for an item in a group."""
    if isinstance(group, (str, range)):
        return length(group) if isinstance(group, str) else 1
    if isinstance(group, (Mapping, AbstractSet)):
        return hashed(item, most)
    return weigh(group, most) + weigh(item, most)


def hashed(key: object, most: int) -> int:
    """The steps of taking a value as a key; only tuples have members to go through."""
    return weigh(key, most) if isinstance(key, tuple) else 1
