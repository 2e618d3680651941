"""The error with which a Word file is refused, and how large one may be.

The limits keep whatever is handed in under 5 seconds and 512 MiB.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NoReturn

from msgspec import Struct

from octavo.finding import Finding, FindingsError, Level
from octavo.location import FileLocation, WordLocation

STRUCTURE_INVALID: Final = "structure-invalid"
"""The rule of a file that is not what Word demands."""


class PackageError(FindingsError):
    """A Word file was refused; carries every fault that was found."""


def file_fault(path: str, rule: str, message: str, hint: str = "") -> Finding:
    """A fault of the file as a whole."""
    return Finding(rule, Level.ERROR, message, FileLocation(path), hint)


def part_fault(path: str, part: str, rule: str, message: str, hint: str = "") -> Finding:
    """A fault of one part, which is named as its own story."""
    return Finding(rule, Level.ERROR, message, WordLocation(path, part, (), part), hint)


def refuse(findings: Iterable[Finding]) -> None:
    """Refuse the file if there is any finding.

    Raises:
        PackageError: there is; it carries them all.
    """
    found = tuple(findings)
    if found:
        raise PackageError(found)


def fail(path: str, rule: str, message: str, hint: str = "") -> NoReturn:
    """Refuse the file for one fault of the whole.

    Raises:
        PackageError: always.
    """
    raise PackageError([file_fault(path, rule, message, hint)]) from None


MEBIBYTE: Final = 1024 * 1024


class Limits(Struct, frozen=True):
    """Bounds on a package.

    Attributes:
        members: Most members of the archive; a large Word file has some hundreds.
        file_size: Most bytes of the file itself.
        part_size: Most bytes of one part, inflated.
        total_size: Most bytes of all parts, inflated.
        ratio: Most inflated bytes for a compressed one, in parts over ``ratio_from`` bytes.
        ratio_from: Size in bytes from which ``ratio`` counts; blank pictures shrink a hundredfold.
        marks: Most ``<`` and ``=`` over all XML parts, which bound elements and attributes.
    """

    members: int = 1000
    file_size: int = 64 * MEBIBYTE
    part_size: int = 48 * MEBIBYTE
    total_size: int = 128 * MEBIBYTE
    ratio: int = 200
    ratio_from: int = 4 * MEBIBYTE
    marks: int = 1_500_000

    def inflated(self, size: int) -> int:
        """The most bytes that ``size`` compressed ones of a part may become."""
        return max(self.ratio_from, size * self.ratio)


DEFAULT_LIMITS: Final = Limits()
