"""Values as text, and values in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from itertools import islice
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Final

from octavo.expressions.fault import unfit
from octavo.shortening import shortened

_SHOWN = 24
_BITS = 2_000
"""Python writes out no number that is much longer."""
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
    check_printed(value)
    return str(value)


def check_printed(value: object, label: str = "") -> None:
    """Refuse to print a whole record or list; ``label`` is what the template calls it.

    Raises:
        FaultError: The value has no text of its own.
    """
    if isinstance(value, _NUMBERS) or value is None:
        return
    if isinstance(value, _LISTS):
        raise unfit(f"{describe(value)} cannot be printed", _how_to_print(value, label))
    fields = _fields_of(value)
    if fields is not None:
        shown = f"“{label}.{_telling(fields)}”" if label and fields else _some(fields)
        hint = f"print {shown}" if label and fields else f"name one of its fields: {shown}"
        raise unfit(f"{describe(value)} cannot be printed", hint)
    if not _has_text(value):
        raise unfit(f"{describe(value)} cannot be printed")


_NUMBERS: Final = (int, float, Decimal, str)
_LISTS: Final = (list, tuple, set, frozenset, range, Iterator)
_TELLING: Final = ("name", "title", "label", "text", "value")
"""Fields that most often say what a record is."""


def _how_to_print(value: object, label: str) -> str:
    name = label or "names"
    first = next(iter(value), None) if isinstance(value, (list, tuple)) else None
    fields = _fields_of(first) if first is not None else None
    if fields:
        field = _telling(fields)
        return f"join a field, as in “{{{{ {name}|join(', ', '{field}') }}}}”, or loop over it"
    return f"join it, as in “{{{{ {name}|join(', ') }}}}”, or loop over it"


def _telling(fields: Sequence[str]) -> str:
    return next((name for name in _TELLING if name in fields), fields[0])


def _fields_of(value: object) -> list[str] | None:
    """The fields of a record; None for anything else."""
    if isinstance(value, Mapping):
        return [str(key) for key in islice(value, _MOST)]
    kind = type(value)
    if kind.__str__ is not object.__str__ or getattr(kind, "is_opaque", False):
        return None
    names = getattr(kind, "__struct_fields__", None) or getattr(kind, "__dataclass_fields__", None)
    return None if names is None else [str(name) for name in names]


_MOST: Final = 100


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
        return f"a text (“{shortened(value, _SHOWN)}”)" if value else "an empty text"
    if isinstance(value, bool):
        return f"a yes-or-no value ({str(value).lower()})"
    if isinstance(value, (int, float, Decimal)):
        return f"a number ({_digits(value)})"
    if isinstance(value, (date, time)):
        return f"a date ({value.isoformat()})"
    return _describe_group(value)


def _digits(value: float | Decimal) -> str:
    if isinstance(value, int) and value.bit_length() > _BITS:
        return "of very many digits"
    return shortened(str(value), _SHOWN)


def _describe_group(value: object) -> str:
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, (list, tuple, set, frozenset)):
        return f"a list of {len(value)} item{'' if len(value) == 1 else 's'}"
    if isinstance(value, (Iterator, range)):
        return "a list"
    return f"a value of type {type(value).__name__}"


def _some(names: Iterable[str]) -> str:
    shown = list(islice(names, 7))
    return ", ".join(shown[:6]) + (", …" if len(shown) > len(shown[:6]) else "")
