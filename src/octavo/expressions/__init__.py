"""Jinja's expressions and blocks for templates from outside: data only, bounded, no calls.

An engine scans the text of its template for tags, reads each tag into a step, lays the steps and
the text between them in order, and makes them a program::

    scan(text) → tags → read(tag, mark) → steps → match(steps) → Code([text, step, …])

Faults carry the mark of their tag; the engine knows the place.
"""

from __future__ import annotations

from octavo.expressions.anchored import Anchored
from octavo.expressions.describe import describe, text_of
from octavo.expressions.environment import Own, Sandbox
from octavo.expressions.fault import (
    LIMIT,
    LIMITS,
    SYNTAX,
    UNSAFE,
    VALUE,
    Fault,
    FaultError,
    exceeded,
    unfit,
    unsafe,
)
from octavo.expressions.filters import FILTERS, TESTS
from octavo.expressions.filters.texts import Marked
from octavo.expressions.frame import Frame, Manner, OnMissing, Options, RunError, Writer
from octavo.expressions.including import Included, TemplateFolder, included
from octavo.expressions.macro import Markup
from octavo.expressions.names import Ask, Field, Filled, Use, schema_of
from octavo.expressions.parse import SANDBOX, TagError
from octavo.expressions.perform import Code, no_keep
from octavo.expressions.scan import Kind, Misread, Scan, Tag, scan
from octavo.expressions.straight import Bare, breaks, is_plain, reader_of_marks, strong_pieces
from octavo.expressions.syntax import (
    BlockEdge,
    BlockFault,
    Blocks,
    Branch,
    Capture,
    Close,
    Jump,
    Open,
    Print,
    Release,
    Step,
    called_name,
    match,
    read,
    read_expression,
    stand_in,
    unknown_calls,
)
from octavo.expressions.tree import Item
