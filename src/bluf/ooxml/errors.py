"""The error with which a Word file is refused, and how its findings are made."""

from __future__ import annotations

from bluf.finding import Finding, FindingsError, Level
from bluf.location import FileLocation, WordLocation


class PackageError(FindingsError):
    """A Word file was refused; carries every fault that was found."""


def file_fault(path: str, rule: str, message: str, hint: str = "") -> Finding:
    """A fault of the file as a whole."""
    return Finding(rule, Level.ERROR, message, FileLocation(path), hint)


def part_fault(path: str, part: str, rule: str, message: str, hint: str = "") -> Finding:
    """A fault of one part, which is named as its own story."""
    return Finding(rule, Level.ERROR, message, WordLocation(path, part, (), part), hint)
