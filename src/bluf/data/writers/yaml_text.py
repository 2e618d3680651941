"""A brief as YAML, as a careful analyst would type it.

A value is plain where nobody can misread it, else in quotation marks or as a block.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import textwrap
from collections.abc import Iterator

from bluf.data.dump import SCHEMA, Value, plain_values
from bluf.model import Brief

_ESCAPED_TOO = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""What JSON leaves as it is, and YAML or TOML does not admit."""


def in_marks(text: str) -> str:
    """The text in double quotation marks, with every escape it needs."""
    marked = json.dumps(text, ensure_ascii=False)
    return _ESCAPED_TOO.sub(lambda match: f"\\u{ord(match[0]):04x}", marked)


_AMBIGUOUS = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|<<|="
    r"|[-+]?[\d._,]+(?:e[-+]?\d+)?|[-+]?0[xob][\da-f_]+|[-+]?\.(?:inf|nan)|\.nan"
    r"|[-+]?\d[\d_]*(?::\d+)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?",
    re.IGNORECASE,
)
"""Words and numbers that some reader of YAML takes for something else than text."""
_MARKS_FIRST = "-?:,[]{}#&*!|>'\"%@`"
_NEVER_PLAIN = re.compile(r":(?:\s|$)|\s#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|^(?:---|\.\.\.)")
_NEVER_IN_FLOW = re.compile(r"[,\[\]{}]|:")
_NEVER_IN_BLOCK = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_FOLDED_FROM = 60
"""Characters from which a text is broken over lines rather than put in quotation marks."""


def flow_scalar(value: str | int | dt.date) -> str | None:
    """The value on one line, within braces or brackets; None for a text of several lines."""
    if not isinstance(value, str):
        return _plain_word(value)
    if "\n" in value:
        return None
    is_plain = _is_plain(value) and not _NEVER_IN_FLOW.search(value)
    return value if is_plain else in_marks(value)


def block_scalar(value: str | int | dt.date, width: int, start: str) -> list[str]:
    """The value behind ``start``, over as many lines as it takes."""
    if not isinstance(value, str):
        return [_plain_word(value)]
    if len(start) + 1 + len(value) <= width and _is_plain(value):
        return [value]
    if "\n" in value and _is_literal(value):
        return ["|-", *value.split("\n")]
    if len(value) > _FOLDED_FROM and len(start) + len(value) > width and _is_foldable(value):
        lines = textwrap.wrap(value, width, break_long_words=False, break_on_hyphens=False)
        return [">-", *lines]
    return [value if _is_plain(value) else in_marks(value)]


def _plain_word(value: int | dt.date) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_plain(text: str) -> bool:
    return (
        bool(text)
        and text == text.strip()
        and text[0] not in _MARKS_FIRST
        and _AMBIGUOUS.fullmatch(text) is None
        and _NEVER_PLAIN.search(text) is None
    )


def _is_literal(text: str) -> bool:
    """Whether a block keeps the text: no line of it begins or ends with a blank."""
    lines = text.split("\n")
    return _NEVER_IN_BLOCK.search(text) is None and all(line == line.strip() for line in lines)


def _is_foldable(text: str) -> bool:
    """Whether the text can be broken at any blank: blanks stand alone, between words."""
    return _NEVER_IN_BLOCK.search(text) is None and text == " ".join(text.split())


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
