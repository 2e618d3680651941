"""Findings for people: place, fault, excerpt with a caret, remedy.

::

    briefs/a/brief.yaml:12:5: error unknown-key: “aks” is not a field of a request
       12 |     aks: Understanding over the verdicts
          |     ^
          = did you mean “ask”?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from bluf.reporters.cells import width
from bluf.reporters.escape import harmless
from octavo.finding import Finding, Level
from octavo.location import TextLocation

_WIDEST_EXCERPT = 100
_LEFT_OF_CARET = 40
_INDENT = "   "


class _Paint(Struct, frozen=True):
    """How to mark what matters; the plain one marks nothing."""

    levels: dict[Level, str]
    bold: str
    faint: str
    reset: str


_PLAIN = _Paint(dict.fromkeys(Level, ""), "", "", "")
_COLOURS = _Paint(
    {Level.ERROR: "\x1b[31m", Level.WARNING: "\x1b[33m", Level.NOTE: "\x1b[36m"},
    bold="\x1b[1m",
    faint="\x1b[2m",
    reset="\x1b[0m",
)


def report(findings: Sequence[Finding]) -> str:
    """A block of lines for each finding."""
    return _report(findings, _PLAIN)


def in_colour(findings: Sequence[Finding]) -> str:
    """The same, for a terminal that shows colours."""
    return _report(findings, _COLOURS)


def _report(findings: Sequence[Finding], paint: _Paint) -> str:
    return "".join(f"{line}\n" for finding in findings for line in _block(finding, paint))


def _block(finding: Finding, paint: _Paint) -> Iterator[str]:
    yield _headline(finding, paint)
    if finding.excerpt.strip():
        yield from _excerpt(finding, paint)
    for note in finding.notes:
        yield f"{_INDENT}{harmless(note)}"
    if finding.hint:
        yield f"{_INDENT}{_gutter(finding)}{paint.faint}={paint.reset} {harmless(finding.hint)}"


def _headline(finding: Finding, paint: _Paint) -> str:
    place, message = harmless(str(finding.location)), harmless(finding.message)
    level = f"{paint.levels[finding.level]}{finding.level}{paint.reset}"
    return f"{paint.bold}{place}{paint.reset}: {level} {finding.rule}: {message}"


def _gutter(finding: Finding) -> str:
    """The blanks before the bar of the excerpt, where there is one with a line number."""
    if finding.excerpt.strip() and isinstance(finding.location, TextLocation):
        return " " * len(f"{finding.location.line} ")
    return ""


def _excerpt(finding: Finding, paint: _Paint) -> Iterator[str]:
    if not isinstance(finding.location, TextLocation):
        for line in finding.excerpt.splitlines():
            yield f"{_INDENT}{paint.faint}|{paint.reset} {_excerpted(_clipped(line, 1)[0])}"
        return
    line, column = _clipped(finding.excerpt.rstrip("\r\n"), finding.location.column)
    before = width(_excerpted(line[: column - 1]))
    yield f"{_INDENT}{paint.faint}{finding.location.line} |{paint.reset} {_excerpted(line)}"
    caret = f"{paint.levels[finding.level]}^{paint.reset}"
    yield f"{_INDENT}{_gutter(finding)}{paint.faint}|{paint.reset} {' ' * before}{caret}"


def _clipped(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around the column, and the column within that part."""
    column = min(column, len(line) + 1)
    if len(line) <= _WIDEST_EXCERPT:
        return line, column
    start = max(0, min(column - 1 - _LEFT_OF_CARET, len(line) - _WIDEST_EXCERPT))
    end = start + _WIDEST_EXCERPT
    left, right = "…" if start else "", "…" if end < len(line) else ""
    return f"{left}{line[start:end]}{right}", column - start + len(left)


def _excerpted(text: str) -> str:
    """As shown behind a bar: a tab takes two blanks, so that the caret stands below its place."""
    return harmless(f"|{text}".replace("\t", "  "))[1:]
