"""Lists within one cell: items parted by semicolons or line ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ITEM = re.compile(r'\s*("(?:[^"]|"")*"(?=\s*(?:[;\n]|$))|[^;\n]+)\s*')
_NEEDS_MARKS = re.compile(r'[;\n]|^"')


def split(text: str) -> list[str]:
    """The items of a list; one that holds a semicolon stands in double quotation marks."""
    return [item for match in _ITEM.finditer(text) if (item := _bare(match[1].strip()))]


def join(items: Iterable[str]) -> str:
    """The list as it stands in one cell; `split` gives the items back."""
    return "; ".join(f'"{_doubled(item)}"' if _NEEDS_MARKS.search(item) else item for item in items)


def _bare(item: str) -> str:
    is_marked = len(item) > 1 and item.startswith('"') and item.endswith('"')
    return item[1:-1].replace('""', '"') if is_marked else item


def _doubled(item: str) -> str:
    return item.replace('"', '""')
