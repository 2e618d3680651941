"""A brief as YAML, as a careful analyst would type it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.data.dump import SCHEMA, plain_values
from bluf.data.writers.yaml_scalar import block_scalar, flow_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.data.dump import Value
    from bluf.model import Brief

WIDTH = 98
"""Characters of a line beyond which it is broken where it can be."""
STEP = "  "
"""How far a record within a record is indented."""


def write(brief: Brief) -> str:
    """The text of the file."""
    lines = [f"# yaml-language-server: $schema={SCHEMA}"]
    was_group = False
    for key, value in plain_values(brief).items():
        is_group = isinstance(value, list | dict)
        lines += [""] if is_group or was_group else []
        lines += entry_lines(f"{key}:", value, "")
        was_group = is_group
    return "\n".join(lines) + "\n"


def entry_lines(start: str, value: Value, indent: str) -> Iterator[str]:
    """The lines of a value that begins behind ``start``: a key, or the dash of an item."""
    flow = flow_text(value) if isinstance(value, list | dict) else None
    is_top = not indent and not start.startswith("-")
    if flow is not None and _fits(start, flow, indent) and not (is_top and isinstance(value, dict)):
        yield f"{start} {flow}"
    elif isinstance(value, dict):
        yield start
        for key, inner in value.items():
            yield from _indented(entry_lines(f"{key}:", inner, indent + STEP))
    elif isinstance(value, list):
        yield start
        for item in value:
            yield from _indented(item_lines(item, indent + STEP))
    else:
        first, *rest = block_scalar(value, WIDTH - len(indent) - len(STEP), start)
        yield f"{start} {first}"
        yield from _indented(rest)


def item_lines(item: Value, indent: str) -> Iterator[str]:
    """The lines of an item of a list that is indented so far."""
    flow = flow_text(item)
    is_record = isinstance(item, dict) and "id" in item
    if flow is not None and _fits("-", flow, indent) and not is_record:
        yield f"- {flow}"
    elif isinstance(item, dict):
        dash = "- "
        for key, inner in item.items():
            for line in entry_lines(f"{key}:", inner, indent + STEP):
                yield f"{dash}{line}" if line else line
                dash = STEP
    else:
        yield from entry_lines("-", item, indent)


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    return (f"{STEP}{line}" if line else line for line in lines)


def _fits(start: str, flow: str, indent: str) -> bool:
    return len(indent) + len(start) + 1 + len(flow) <= WIDTH


def flow_text(value: Value) -> str | None:
    """The value on one line, or None where it is better written over several."""
    if isinstance(value, dict):
        pairs = [(key, flow_text(inner)) for key, inner in value.items()]
        if any(flow is None for _, flow in pairs):
            return None
        return f"{{{', '.join(f'{key}: {flow}' for key, flow in pairs)}}}"
    if isinstance(value, list):
        flows = [None if isinstance(item, dict) else flow_text(item) for item in value]
        return None if None in flows else f"[{', '.join(str(flow) for flow in flows)}]"
    return flow_scalar(value)
