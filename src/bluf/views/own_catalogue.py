"""A catalogue of a project's own: read, and refused with every fault it has."""

from __future__ import annotations

import string
import tomllib
from typing import TYPE_CHECKING, Any

from octavo.finding import Finding, FindingsError, Level
from octavo.location import FileLocation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def read_own(path: Path, shipped: Mapping[str, Any]) -> dict[str, Any]:
    """The entries of a catalogue of one's own.

    Raises:
        FindingsError: It cannot be read, or an entry is not of the kind that the shipped one has.
    """
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FindingsError(
            [_finding("data-syntax", path, f"it cannot be read: {error}")]
        ) from None
    faults = [_finding("bad-value", path, fault) for fault in _faults(entries, shipped, "")]
    if faults:
        raise FindingsError(faults)
    return entries


def _finding(rule: str, path: Path, message: str) -> Finding:
    hint = "write it as the shipped catalogues do; “bluf template labels” says what is lacking"
    return Finding(rule, Level.ERROR, message, FileLocation(path.as_posix()), hint)


def _faults(mine: Mapping[str, Any], shipped: Mapping[str, Any], within: str) -> Iterator[str]:
    for name, value in mine.items():
        known, path = shipped.get(name), f"{within}{name}"
        if path.startswith("dates"):
            yield from _of_dates(value)
        elif known is None and not within.startswith("plurals."):
            yield f"there is no label “{path}”"
        elif isinstance(known, dict):
            yield from _of_table(value, known, path)
        else:
            yield from _of_phrase(value, known or shipped.get("other", ""), path)


def _of_dates(value: object) -> Iterator[str]:
    months = value.get("months", []) if isinstance(value, dict) else None
    if months is None:
        yield "“dates” is a table of patterns"
    elif len(months) not in {0, 12}:
        yield "“dates.months” has twelve names"


def _of_table(value: object, known: Mapping[str, Any], path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"“{path}” is a table"
    elif path.startswith("plurals.") and "other" not in value:
        yield f"“{path}” has no form “other”"
    else:
        yield from _faults(value, known, f"{path}.")


def _of_phrase(value: object, known: str, path: str) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"“{path}” is a text"
        return
    try:
        odd = _holes(value) - _holes(known)
    except ValueError:
        yield f"the braces of “{path}” do not close"
        return
    for hole in sorted(odd):
        yield f"“{path}” cannot name {{{hole}}}"


def _holes(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}
