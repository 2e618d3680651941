"""Items of a YAML list in another order: each moves with its lines and the comments above it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import yaml

from bluf.data.splice import SpliceError, find_node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluf.data.tree import Steps


def reordered(text: str, path: Steps, order: Sequence[int]) -> str:
    """The text with the items of one list in another order.

    Args:
        text: YAML that `bluf.data.read` accepts.
        path: The list.
        order: For each place, which item of now goes there.

    Raises:
        SpliceError: There is no such list, or the order is not one of all its items.
    """
    node = find_node(text, path)
    if not isinstance(node, yaml.SequenceNode) or sorted(order) != list(range(len(node.value))):
        raise SpliceError(f"{'.'.join(map(str, path))} is no list of {len(order)} items")
    borders = _in_flow(text, node) if node.flow_style else _in_block(text, node)
    parts = [text[start:end] for start, end in borders]
    between = [text[end:start] for (_, end), (start, _) in pairwise(borders)]
    moved = [parts[at] for at in order]
    inner = "".join(part + rest for part, rest in zip(moved, [*between, ""], strict=True))
    return text[: borders[0][0]] + inner + text[borders[-1][1] :]


def _in_flow(text: str, node: yaml.SequenceNode) -> list[tuple[int, int]]:
    """Where each item within brackets begins and ends."""
    marks = [(item.start_mark.index, item.end_mark.index) for item in node.value]
    return [(start, start + len(text[start:end].rstrip())) for start, end in marks]


def _in_block(text: str, node: yaml.SequenceNode) -> list[tuple[int, int]]:
    """Where each item on lines of its own begins, with its comments, and ends, without its end."""
    column = node.start_mark.column
    found: list[tuple[int, int]] = []
    for item in node.value:
        least = found[-1][1] if found else 0
        start = _comments_above(text, _dash(text, item, column), column, least)
        end = len(text[: item.end_mark.index].rstrip())
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        found.append((start, len(text[:line_end].rstrip("\r"))))
    return found


def _dash(text: str, item: yaml.Node, column: int) -> int:
    """Where the line begins whose dash an item follows."""
    start = text.rfind("\n", 0, item.start_mark.index) + 1
    while not text.startswith("-", start + column):
        start = text.rfind("\n", 0, start - 1) + 1
    return start


def _comments_above(text: str, start: int, column: int, least: int) -> int:
    """Where the comments begin that stand right above a line, no deeper than its dash."""
    while start > least:
        above = text.rfind("\n", 0, start - 1) + 1
        line = text[above:start]
        depth = len(line) - len(line.lstrip(" "))
        if above < least or depth > column or not line.lstrip(" ").startswith("#"):
            break
        start = above
    return start
