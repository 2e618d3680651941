"""A folded text of YAML with other words: lines whose words stay are broken as they were."""

from __future__ import annotations

import textwrap
from itertools import accumulate, chain, takewhile

_OVER = 20
"""Characters by which a line may be longer than the others, so that it alone changes."""


def refolded(block: str, new: str, width: int) -> str | None:
    """The block with another text; None where either is more than one paragraph.

    Args:
        block: What stands there: ``>-`` and the lines below it.
        new: The text that it is to hold.
        width: Characters of a line beyond which it is broken.
    """
    header, *lines = (line.rstrip("\r") for line in block.split("\n"))
    indent = _indent(lines[0]) if lines else ""
    is_even = all(line.strip() and _indent(line) == indent for line in lines)
    if not header.startswith(">") or not lines or not is_even or new != " ".join(new.split()):
        return None
    old, words = [line.split() for line in lines], new.split()
    front = _kept(old, words)
    left = words[sum(map(len, old[:front])) :]
    back = _kept([line[::-1] for line in reversed(old[front:])], left[::-1])
    end = len(lines) - back
    middle = " ".join(left[: len(left) - sum(map(len, old[end:]))])
    room = width - len(indent)
    is_one_line = end - front <= 1 and len(middle) <= room + _OVER
    between = [middle] if is_one_line else textwrap.wrap(middle, room, break_on_hyphens=False)
    changed = (indent + line for line in between if line)
    return "\n".join([header, *lines[:front], *changed, *lines[end:]])


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _kept(lines: list[list[str]], words: list[str]) -> int:
    """How many of the first lines are made of the first words."""
    pairs = zip(chain.from_iterable(lines), words, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return sum(1 for _ in takewhile(lambda end: end <= same, accumulate(map(len, lines))))
