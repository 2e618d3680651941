"""Edits of a YAML text by splicing: what is not changed stays as it was typed, comments too.

A value that changes within its line changes that line alone; of a folded text, lines whose words
stay are broken as they were.
"""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Collection, Iterable, Mapping
from itertools import accumulate, chain, takewhile
from typing import TYPE_CHECKING, NamedTuple

import yaml

from bluf.data.dump import Value
from bluf.data.writers.yaml_text import (
    STEP,
    WIDTH,
    block_scalar,
    entry_lines,
    flow_scalar,
    flow_text,
    in_marks,
    item_lines,
)

if TYPE_CHECKING:
    from bluf.data.tree import Steps


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
    indent = _margin(lines[0]) if lines else ""
    is_even = all(line.strip() and _margin(line) == indent for line in lines)
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


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _kept(lines: list[list[str]], words: list[str]) -> int:
    """How many of the first lines are made of the first words."""
    pairs = zip(chain.from_iterable(lines), words, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return sum(1 for _ in takewhile(lambda end: end <= same, accumulate(map(len, lines))))


_LINE_END = re.compile(r"\r\n|\n|\r|\Z")


class SpliceError(ValueError):
    """A change that has no place in the text."""


class Splice(NamedTuple):
    """Text that takes the place of what stands between two offsets."""

    start: int
    end: int
    text: str


class _Place(NamedTuple):
    """Where a path leads, and whether it stands within braces or brackets."""

    node: yaml.Node
    in_flow: bool


def spliced(
    text: str,
    changes: Mapping[Steps, Value],
    removed: Collection[Steps] = (),
    added: Collection[tuple[Steps, Value]] = (),
) -> str:
    """The text with some values changed or added, and some items of lists removed.

    Args:
        text: YAML that `bluf.data.reading` accepts.
        changes: New values by path. The path of a field that its record does not have yet adds it,
            and the path one behind the last item of a list adds an item.
        removed: Paths of items that go, each with its lines; comments above them stay.
        added: New items, each with the path of the item that it goes before.

    Raises:
        SpliceError: A path leads nowhere.
    """
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    line_end = "\r\n" if "\r\n" in text else "\n"
    splices = [_splice(text, root, path, value) for path, value in changes.items()]
    splices += [_removal(text, root, path) for path in removed]
    splices += [_insertion(text, root, path, value) for path, value in added]
    ended = (each._replace(text=each.text.replace("\n", line_end)) for each in splices)
    return with_splices(text, ended)


def with_splices(text: str, splices: Iterable[Splice]) -> str:
    """The text with all of them; of several at one place the first stands first."""
    for start, end, new in sorted(splices, key=lambda splice: splice.start)[::-1]:
        text = text[:start] + new + text[end:]
    return text


def find_node(text: str, path: Steps) -> yaml.Node | None:
    """What stands at a path of a YAML text, or None."""
    place = _find(yaml.compose(text, Loader=yaml.CSafeLoader), path)
    return place.node if place else None


def _splice(text: str, root: yaml.Node | None, path: Steps, value: Value) -> Splice:
    place = _find(root, path)
    if place is not None:
        return _changed(text, place, path, value)
    parent = _find(root, path[:-1])
    if parent is None:
        raise SpliceError(f"there is no {'.'.join(map(str, path))} to change or to add to")
    return _added(text, parent, path[-1], value)


def _removal(text: str, root: yaml.Node | None, path: Steps) -> Splice:
    place = _find(root, path)
    if place is None or place.in_flow or not isinstance(path[-1], int):
        raise SpliceError(f"{'.'.join(map(str, path))} is no item on lines of its own")
    start = text.rfind("\n", 0, place.node.start_mark.index) + 1
    end = _line_end(text, place.node)
    match = _LINE_END.match(text, end)
    return Splice(start, match.end() if match else end, "")


def _insertion(text: str, root: yaml.Node | None, path: Steps, value: Value) -> Splice:
    parent = _find(root, path[:-1])
    step = path[-1]
    node = parent.node if parent else None
    if not isinstance(node, yaml.SequenceNode) or not isinstance(step, int):
        raise SpliceError(f"there is no list in which {'.'.join(map(str, path))} has a place")
    in_flow = bool(node.flow_style) or bool(parent and parent.in_flow)
    if step:
        return _behind(text, node, node.value[:step], value, in_flow=in_flow)
    start = node.start_mark.index
    if in_flow:
        return Splice(start + 1, start + 1, f"{_flow(value)}, ")
    indent = " " * node.start_mark.column
    lines = [*item_lines(value, indent), ""]
    return Splice(start, start, f"\n{indent}".join(lines))


def _behind(
    text: str, node: yaml.SequenceNode, before: list[yaml.Node], value: Value, *, in_flow: bool
) -> Splice:
    """An item behind some others of its list."""
    if in_flow:
        return _in_flow(text, node, before, _flow(value))
    at, indent = _line_end(text, before[-1]), " " * node.start_mark.column
    lines = item_lines(value, indent)
    return Splice(at, at, "".join(f"\n{indent}{line}" if line else "\n" for line in lines))


def _find(root: yaml.Node | None, path: Steps) -> _Place | None:
    node, in_flow = root, False
    for step in path:
        in_flow = in_flow or bool(getattr(node, "flow_style", False))
        node = _below(node, step)
    return None if node is None else _Place(node, in_flow)


def _below(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: yaml.Node = node.value[step]
        return found
    return None


def _changed(text: str, place: _Place, path: Steps, value: Value) -> Splice:
    node = place.node
    if not isinstance(node, yaml.ScalarNode):
        raise SpliceError(f"{'.'.join(map(str, path))} holds more than one value")
    start, end = node.start_mark.index, node.end_mark.index
    end = start + len(text[start:end].rstrip())
    new = _scalar(text, node, place, value)
    blank = "" if start == 0 or text[start - 1] in " \t[{" else " "
    return Splice(start, end, blank + new)


def _scalar(text: str, node: yaml.ScalarNode, place: _Place, value: Value) -> str:
    """The new value in the manner of the old one, where that can hold it."""
    if isinstance(value, list | dict):
        return flow_text(value) or ""
    if isinstance(value, str) and "\n" not in value:
        if node.style == '"':
            return in_marks(value)
        if node.style == "'" and in_marks(value) == f'"{value}"':
            return "'" + value.replace("'", "''") + "'"
    if place.in_flow:
        return flow_scalar(value) or in_marks(str(value))
    on_one_line = node.start_mark.line == node.end_mark.line
    if on_one_line and not node.style and (plain := flow_scalar(value)):
        return plain  # one line changed for one value changed, however long
    return _block(text, node, value)


def _block(text: str, node: yaml.ScalarNode, value: str | int | dt.date) -> str:
    """The new value on lines of its own; those of a folded text whose words stay are kept."""
    if node.style == ">" and isinstance(value, str):
        old = text[node.start_mark.index : node.end_mark.index].rstrip()
        kept = refolded(old, value, WIDTH)
        if kept is not None:
            return kept
    column = _indent(text, node.start_mark.index)
    first, *rest = block_scalar(value, WIDTH - column - len(STEP), " " * node.start_mark.column)
    return "\n".join([first, *(f"{' ' * column}{STEP}{line}" if line else "" for line in rest)])


def _indent(text: str, offset: int) -> int:
    """How far the key of a value is indented: to its own column, behind any dash."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    match = re.match(r"[ ]*(?:- +)*", text[start:offset])
    return match.end() if match else 0


def _added(text: str, parent: _Place, step: str | int, value: Value) -> Splice:
    node = parent.node
    if isinstance(node, yaml.MappingNode) and isinstance(step, str):
        lines = entry_lines(f"{step}:", value, " " * node.start_mark.column)
        flow = f"{step}: {_flow(value)}"
        last = [pair[1] for pair in node.value]
    elif isinstance(node, yaml.SequenceNode) and step == len(node.value):
        in_flow = bool(node.flow_style) or parent.in_flow
        return _behind(text, node, list(node.value), value, in_flow=in_flow)
    else:
        raise SpliceError(f"nothing can be added at {step}")
    if node.flow_style or parent.in_flow:
        return _in_flow(text, node, last, flow)
    at = _line_end(text, last[-1])
    indent = " " * node.start_mark.column
    return Splice(at, at, "".join(f"\n{indent}{line}" if line else "\n" for line in lines))


def _flow(value: Value) -> str:
    return flow_text(value) or in_marks(str(value))


def _in_flow(text: str, node: yaml.Node, last: list[yaml.Node], new: str) -> Splice:
    if not last:
        at = node.start_mark.index + 1
        return Splice(at, at, new)
    at = len(text[: last[-1].end_mark.index].rstrip())
    return Splice(at, at, f", {new}")


def _last(node: yaml.Node) -> yaml.Node | None:
    """The last value within a list or a mapping; None where there is none."""
    if isinstance(node, yaml.MappingNode | yaml.SequenceNode) and node.value:
        last = node.value[-1]
        found: yaml.Node = last[1] if isinstance(node, yaml.MappingNode) else last
        return found
    return None


def _line_end(text: str, node: yaml.Node) -> int:
    """The end of the last line of a value, behind any comment on it, before any below it."""
    while not getattr(node, "flow_style", False) and (last := _last(node)) is not None:
        node = last
    end = len(text[: node.end_mark.index].rstrip())
    match = _LINE_END.search(text, end)
    return match.start() if match else len(text)
