"""Values as text, and values in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from itertools import islice
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import TYPE_CHECKING

from octavo.expressions.fault import unfit

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN = 24
_WITHOUT_TEXT = (bytes, bytearray, memoryview, FunctionType, BuiltinFunctionType, MethodType, type)


def text_of(value: object) -> str:
    """The text that a value prints as; None prints as nothing.

    Raises:
        FaultError: The value has no text of its own, as a list or a mapping.
    """
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, (list, tuple, set, frozenset, Iterator)):
        raise unfit(
            f"{describe(value)} cannot be printed",
            "join it, as in “{{ names|join(', ') }}”, or loop over it",
        )
    if isinstance(value, Mapping):
        raise unfit(
            f"{describe(value)} cannot be printed",
            f"name one of its fields: {_some(str(key) for key in value)}",
        )
    if not _has_text(value):
        raise unfit(f"{describe(value)} cannot be printed")
    return str(value)


def _has_text(value: object) -> bool:
    kind = type(value)
    if isinstance(value, _WITHOUT_TEXT):
        return False
    return (kind.__str__, kind.__repr__) != (object.__str__, object.__repr__)


def describe(value: object) -> str:
    """A value in words: ``a number (5)``, ``a list of 3 items``, ``nothing``."""
    if value is None:
        return "nothing (null)"
    if isinstance(value, str):
        return f"a text (“{_short(value)}”)" if value else "an empty text"
    if isinstance(value, bool):
        return f"a yes-or-no value ({str(value).lower()})"
    if isinstance(value, (int, float, Decimal)):
        return f"a number ({_short(str(value))})"
    if isinstance(value, (date, time)):
        return f"a date ({value.isoformat()})"
    return _describe_group(value)


def _describe_group(value: object) -> str:
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, (list, tuple, set, frozenset)):
        return f"a list of {len(value)} item{'' if len(value) == 1 else 's'}"
    if isinstance(value, Iterator):
        return "a list"
    return f"a value of type {type(value).__name__}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _some(names: Iterable[str]) -> str:
    shown = list(islice(names, 7))
    return ", ".join(shown[:6]) + (", …" if len(shown) > len(shown[:6]) else "")
