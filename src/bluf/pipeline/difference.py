"""What differs between a file that stands and the one the data gives, in a few lines."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from octavo.shortening import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from octavo.ooxml import Package

_MOST = 8
_LONGEST = 160
_HEAD = 3  # names of both files, and where the first hunk is


def differences(stands: bytes, expected: bytes, path: str) -> tuple[str, ...]:
    """The first differences; of Word files that look alike, the parts that differ.

    None where the files are neither Word files nor text in UTF-8.

    Args:
        stands: What lies at ``path``.
        expected: What the data gives.
        path: The output; the end of its name says what it is.
    """
    found = _word(stands, expected, path) if path.endswith(".docx") else _text(stands, expected)
    more = (f"… and {len(found) - _MOST} more",) if len(found) > _MOST else ()
    return (*found[:_MOST], *more)


def _word(stands: bytes, expected: bytes, path: str) -> tuple[str, ...]:
    from octavo.ooxml import (  # only where one is stale
        PackageError,
        compare,
        read_package,
    )

    try:
        before, after = (read_package(data, path) for data in (stands, expected))
    except PackageError as error:
        return (str(error),)
    visible = tuple(
        f"{str(each.location).removeprefix(f'{path}: ')}: {each.message}"
        for each in compare(before, after)
    )
    return visible or tuple(_parts(before, after))


def _parts(before: Package, after: Package) -> Iterator[str]:
    """The parts whose bytes differ, though no reader sees it."""
    for name in sorted(before.parts.keys() | after.parts.keys()):
        pair = [each.parts[name].data if name in each.parts else None for each in (before, after)]
        if pair[0] != pair[1]:
            yield f"{name}: the bytes differ, and what people see does not"


def _text(stands: bytes, expected: bytes) -> tuple[str, ...]:
    try:
        before, after = (data.decode().splitlines() for data in (stands, expected))
    except UnicodeDecodeError:  # a workbook, or what another program saved: no lines to show
        return ()
    lines = unified_diff(before, after, n=0, lineterm="")
    return tuple(shortened(line, _LONGEST) for line in lines)[_HEAD:]
