"""What every room reports: a fault at its place, with its remedy."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from octavo.location import Location


class Level(StrEnum):
    """How grave a finding is; the words are those of SARIF 2.1.0, section 3.27.10."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Fix(Struct, frozen=True):
    """A remedy that a program may carry out: it changes no fact.

    Attributes:
        old: Words on the line of the finding's TextLocation, at its column or behind it.
        new: What to write in their place; empty to delete them.
    """

    old: str
    new: str


class Finding(Struct, frozen=True):
    """One fault of the input or of the output.

    Attributes:
        rule: Name of the rule, which states the fault: ``quote-not-in-source``.
        level: How grave it is.
        message: One sentence on what is wrong; a value in it stands in quotation marks.
        location: Where it is.
        hint: The remedy, as one sentence; empty where the message leaves no question.
        excerpt: The offending text. At a TextLocation this is the whole line as it stands in the
            file, so that a caret can point into it; elsewhere the tag or the words in question.
        notes: Further lines that show the fault, such as the nearest passage of a source.
        fix: The remedy, where a program may carry it out.
    """

    rule: str
    level: Level
    message: str
    location: Location
    hint: str = ""
    excerpt: str = ""
    notes: tuple[str, ...] = ()
    fix: Fix | None = None


class FindingsError(Exception):
    """Input was refused; carries every fault that was found, never only the first.

    Each room derives its own error from this one. ``str`` gives a line for each finding.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(f"{f.location}: {f.message}" for f in self.findings))

    def __reduce__(self) -> tuple[type[FindingsError], tuple[tuple[Finding, ...]]]:
        """Travel whole from a worker process to its parent."""
        return type(self), (self.findings,)
