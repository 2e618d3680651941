"""What can be wrong with an expression; the engine that holds the template adds the place."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

SYNTAX: Final = "template-syntax"
UNSAFE: Final = "template-unsafe"
LIMIT: Final = "limit-exceeded"
UNDEFINED: Final = "undefined-name"
VALUE: Final = "value-type"


class Fault(Struct, frozen=True):
    """One fault of an expression.

    Attributes:
        rule: Name of the rule that is broken, such as ``template-syntax``.
        message: What is wrong, as the rest of a sentence that begins with the tag.
        hint: The remedy; empty where the message leaves no question.
    """

    rule: str
    message: str
    hint: str = ""


class FaultError(Exception):
    """An expression cannot be read or worked out."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


def unsafe(message: str, hint: str = "") -> FaultError:
    """An expression that reaches for what a template must not have."""
    return FaultError(Fault(UNSAFE, message, hint))


def exceeded(message: str, hint: str = "") -> FaultError:
    """An expression that asks for more than the limits grant."""
    return FaultError(Fault(LIMIT, message, hint))


def unfit(message: str, hint: str = "") -> FaultError:
    """A value that does not fit what the expression does with it."""
    return FaultError(Fault(VALUE, message, hint))


class ExpressionLimits(Struct, frozen=True):
    """Bounds on one template and one rendering of it.

    Attributes:
        tag: Characters in one tag.
        tags: Tags in one template.
        line_tags: Tags in one paragraph.
        broken: Broken tags in one text, each of which takes long to be sure of.
        line: Characters in one paragraph that holds tags.
        depth: Levels of brackets and operators within one expression.
        blocks: Blocks within one another.
        loops: Loops within one another.
        work: Steps that one rendering may take, if no program grants it more.
        items: Items of one list that an expression makes.
        output: Characters of all rendered stories together.
        text: Characters of one text that an expression makes.
        includes: Files that a template takes in, counted as often as each is.
        included: Blocks of the files that a template takes in.
        macros: Macros within one another.
        range: Numbers that “range” counts.
        width: Any width or count that is given to a filter.
        bits: Size of a whole number that an expression makes.
        flaws: Faults that compiling looks for before it gives up.
        faults: Faults that one rendering looks for before it gives up.
    """

    tag: int = 4_000
    tags: int = 10_000
    line_tags: int = 2_000
    broken: int = 100
    line: int = 100_000
    depth: int = 40
    blocks: int = 40
    loops: int = 12
    work: int = 600_000
    items: int = 100_000
    output: int = 32_000_000
    text: int = 1_000_000
    includes: int = 100
    included: int = 50_000
    macros: int = 20
    range: int = 10_000
    width: int = 1_000
    bits: int = 256
    flaws: int = 200
    faults: int = 20


LIMITS = ExpressionLimits()
