"""How far each code of a font moves the pen (ISO 32000-2, sections 9.2.4 and 9.7.4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

_NARROW = frozenset(b"iljtfrI.,;:'|!()[] ")
_WIDE = frozenset(b"mwMWOQGD@%")


class Font(Struct, frozen=True):
    """The widths of a font, in thousandths of its size.

    Attributes:
        widths: Width of each code that has one; a standard font gives none.
        default: Width of every other code.
        code_length: How many bytes a code has.
    """

    widths: Mapping[int, float] = field(default_factory=dict)
    default: float = 0.0
    code_length: int = 1

    def advance(self, shown: bytes) -> float:
        """The width of a shown string, without the spacing that the page adds."""
        if self.code_length == 1 and not self.widths:
            return sum(map(_usual, shown))
        step = self.code_length
        codes = (shown[at : at + step] for at in range(0, len(shown), step))
        return sum(self.widths.get(int.from_bytes(code, "big"), self.default) for code in codes)


def load(font: Any) -> Font:  # noqa: ANN401 - whatever object the file holds
    """The widths in a font dictionary; what is malformed in it counts as absent."""
    if value(font, "/Subtype") == "/Type0":
        descendants = value(font, "/DescendantFonts")
        inner = descendants[0].get_object() if descendants else {}
        return Font(_composite(value(inner, "/W") or []), _number(value(inner, "/DW"), 1000.0), 2)
    first = int(_number(value(font, "/FirstChar"), 0.0))
    widths = value(font, "/Widths") or []
    missing = _number(value(value(font, "/FontDescriptor"), "/MissingWidth"), 0.0)
    return Font({first + at: _number(width, missing) for at, width in enumerate(widths)}, missing)


def value(holder: Any, key: str) -> Any:  # noqa: ANN401 - whatever object the file holds
    """What a dictionary of the file holds under a key, looked up; None where there is nothing."""
    found: Any = holder.get(key) if hasattr(holder, "get") else None
    return found.get_object() if hasattr(found, "get_object") else found


def _composite(array: Any) -> dict[int, float]:  # noqa: ANN401 - an array of the file
    """``[10 [500 600] 20 29 700]``: widths from code 10 on, and one width for codes 20 to 29."""
    widths: dict[int, float] = {}
    waiting: list[float] = []
    for held in array:
        entry = held.get_object()
        if isinstance(entry, list):
            start = int(waiting[-1]) if waiting else 0
            widths.update({start + at: _number(width, 1000.0) for at, width in enumerate(entry)})
            waiting = []
            continue
        waiting.append(_number(entry, 0.0))
        if len(waiting) == 3:  # noqa: PLR2004 - first code, last code, width
            codes = range(int(waiting[0]), min(int(waiting[1]), 0xFFFF) + 1)
            widths.update(dict.fromkeys(codes, waiting[2]))
            waiting = []
    return widths


def _number(found: Any, default: float) -> float:  # noqa: ANN401 - whatever object the file holds
    found = found.get_object() if hasattr(found, "get_object") else found
    return float(found) if isinstance(found, int | float) else default


def _usual(code: int) -> float:
    """About the width of a letter in the standard fonts, whose files need not say it."""
    if code in _NARROW:
        return 278.0
    return 780.0 if code in _WIDE else 540.0
