"""What Python says of values that do not fit, in the words of whoever writes templates."""

from __future__ import annotations

import re
from typing import Final

_KINDS: Final = {
    **dict.fromkeys(("int", "float", "Decimal", "decimal.Decimal", "complex"), "a number"),
    **dict.fromkeys(("list", "tuple", "set", "frozenset", "range"), "a list"),
    **dict.fromkeys(("dict", "mappingproxy"), "a mapping"),
    **dict.fromkeys(("date", "datetime.date", "datetime", "datetime.datetime"), "a date"),
    "str": "a text",
    "bool": "a yes-or-no value",
    "NoneType": "nothing (null)",
}
_REASONS: Final = [
    (re.compile(pattern), words)
    for pattern, words in (
        (r"integer string conversion", "a number has too many digits"),
        (r"unhashable type: '([\w.]+)'", "{0} cannot be a key"),
        (r"'([\w.]+)' has no len\(\)", "{0} has no length"),
        (r"between instances of '([\w.]+)' and '([\w.]+)'", "{0} and {1} have no order"),
        (r"'([\w.]+)' (?:object )?is not iterable", "{0} has no members"),
        (r"zip\(\) argument 2 is longer", "there are more members than names"),
        (r"zip\(\) argument \d is shorter", "there are fewer members than names"),
        (r"must not be zero|cannot be zero", "0 is no step and no count"),
        (r"'([\w.]+)' object cannot be interpreted", "a whole number is needed, not {0}"),
        (r"operand type for unary (.): '([\w.]+)'", "“{0}” needs a number, not {1}"),
        (r"unexpected keyword argument '(\w+)'", "it takes no “{0}”"),
        (r"positional arguments? but|takes no |expected at most", "it is given too many values"),
        (r"missing \d+ required|expected at least", "it is given too few values"),
        (r"not enough arguments for format", "it has more places than there are values"),
        (r"not all arguments converted", "it has fewer places than there are values"),
        (r"(%\w) format: .* required, not ([\w.]+)", "“{0}” needs a number, not {1}"),
        (r"format requires a mapping", "it names values, and is given none by name"),
        (r"incomplete format|unsupported format", "“%” says no format there: write “%%”"),
        (r"invalid width", "a width is at least 1"),
        (r"could not convert string|invalid literal", "a number is needed, not a text"),
        (r"'([\w.]+)' object has no attribute", "it does not work on {0}"),
    )
]


def in_words(error: Exception) -> str:
    """Why a value could not be worked out; an error of a program's own keeps its words."""
    if isinstance(error, ZeroDivisionError):
        return "it is a division by zero"
    if isinstance(error, OverflowError):
        return "the number becomes too large"
    said = str(error)
    for pattern, words in _REASONS:
        if found := pattern.search(said):
            return words.format(*(_KINDS.get(kind, kind) for kind in found.groups()))
    return said
