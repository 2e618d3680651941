"""A brief as YAML, as a careful analyst would type it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.data.dump import plain_values
from bluf.data.writers.json_text import SCHEMA
from bluf.data.writers.yaml_scalar import block_scalar, flow_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.data.dump import Value
    from bluf.model import Brief

_WIDTH = 98
_STEP = "  "


def write(brief: Brief) -> str:
    """The text of the file."""
    lines = [f"# yaml-language-server: $schema={SCHEMA}"]
    was_group = False
    for key, value in plain_values(brief).items():
        is_group = isinstance(value, list | dict)
        lines += [""] if is_group or was_group else []
        lines += _entry(f"{key}:", value, "")
        was_group = is_group
    return "\n".join(lines) + "\n"


def _entry(start: str, value: Value, indent: str) -> Iterator[str]:
    """The lines of a value that begins behind ``start``: a key, or the dash of an item."""
    flow = _flow(value) if isinstance(value, list | dict) else None
    is_top = not indent and not start.startswith("-")
    if flow is not None and _fits(start, flow, indent) and not (is_top and isinstance(value, dict)):
        yield f"{start} {flow}"
    elif isinstance(value, dict):
        yield start
        for key, inner in value.items():
            yield from _indented(_entry(f"{key}:", inner, indent + _STEP))
    elif isinstance(value, list):
        yield start
        for item in value:
            yield from _indented(_item(item, indent + _STEP))
    else:
        first, *rest = block_scalar(value, _WIDTH - len(indent) - len(_STEP), start)
        yield f"{start} {first}"
        yield from _indented(rest)


def _item(item: Value, indent: str) -> Iterator[str]:
    flow = _flow(item)
    is_record = isinstance(item, dict) and "id" in item
    if flow is not None and _fits("-", flow, indent) and not is_record:
        yield f"- {flow}"
    elif isinstance(item, dict):
        dash = "- "
        for key, inner in item.items():
            for line in _entry(f"{key}:", inner, indent + _STEP):
                yield f"{dash}{line}" if line else line
                dash = _STEP
    else:
        yield from _entry("-", item, indent)


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    return (f"{_STEP}{line}" if line else line for line in lines)


def _fits(start: str, flow: str, indent: str) -> bool:
    return len(indent) + len(start) + 1 + len(flow) <= _WIDTH


def _flow(value: Value) -> str | None:
    """The value on one line, or None where it is better written over several."""
    if isinstance(value, dict):
        pairs = [(key, _flow(inner)) for key, inner in value.items()]
        if any(flow is None for _, flow in pairs):
            return None
        return f"{{{', '.join(f'{key}: {flow}' for key, flow in pairs)}}}"
    if isinstance(value, list):
        flows = [None if isinstance(item, dict) else _flow(item) for item in value]
        return None if None in flows else f"[{', '.join(str(flow) for flow in flows)}]"
    return flow_scalar(value)
