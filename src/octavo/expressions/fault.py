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
