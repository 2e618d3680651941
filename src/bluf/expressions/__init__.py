"""Jinja's expressions and blocks for templates from outside: data only, bounded, no calls.

An engine scans the text of its template for tags, reads each tag into a step, lays the steps and
the text between them in order, and makes them a program::

    scan(text) → tags → read(tag, mark) → steps → match(steps) → Code([text, step, …]) → run(data)

Faults carry the mark of their tag; the engine knows the place.
"""

from __future__ import annotations

from bluf.expressions.anchored import Anchored
from bluf.expressions.blocks import BlockFault, Blocks, match
from bluf.expressions.code import Code
from bluf.expressions.describe import describe, text_of
from bluf.expressions.fault import (
    LIMIT,
    SYNTAX,
    UNDEFINED,
    UNSAFE,
    VALUE,
    Fault,
    FaultError,
    exceeded,
    unfit,
    unsafe,
)
from bluf.expressions.filters import FILTERS, TESTS
from bluf.expressions.filters.texts import Marked
from bluf.expressions.frame import RunError
from bluf.expressions.limits import LIMITS, Limits
from bluf.expressions.names import Ask, Use
from bluf.expressions.parse import TagError
from bluf.expressions.scan import Kind, Misread, Scan, Tag, scan
from bluf.expressions.syntax import (
    Assign,
    Branch,
    Capture,
    Close,
    Open,
    Print,
    Release,
    Step,
    read,
    read_expression,
    stand_in,
)
from bluf.expressions.tree import Item

__all__ = [
    "FILTERS",
    "LIMIT",
    "LIMITS",
    "SYNTAX",
    "TESTS",
    "UNDEFINED",
    "UNSAFE",
    "VALUE",
    "Anchored",
    "Ask",
    "Assign",
    "BlockFault",
    "Blocks",
    "Branch",
    "Capture",
    "Close",
    "Code",
    "Fault",
    "FaultError",
    "Item",
    "Kind",
    "Limits",
    "Marked",
    "Misread",
    "Open",
    "Print",
    "Release",
    "RunError",
    "Scan",
    "Step",
    "Tag",
    "TagError",
    "Use",
    "describe",
    "exceeded",
    "match",
    "read",
    "read_expression",
    "scan",
    "stand_in",
    "text_of",
    "unfit",
    "unsafe",
]
