"""How the page of a brief came out; whoever prints it makes the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from octavo.pages import Verdict

if TYPE_CHECKING:
    from octavo.pages import Change, Layout


class PageReport(Struct, frozen=True):
    """How a Word file is laid out, and what was done for that.

    Attributes:
        layout: The estimate.
        changes: What fitting changed.
        moved: Names of the items that moved to the annex.
        confirmed: How many pages LibreOffice counts; None where it was not asked.
    """

    layout: Layout
    changes: tuple[Change, ...] = ()
    moved: tuple[str, ...] = ()
    confirmed: int | None = None

    @property
    def is_sure(self) -> bool:
        """Whether it is known that the brief keeps to its limit, or that it does not."""
        return self.confirmed is not None or self.layout.verdict in _DECIDED

    @property
    def contradicted(self) -> bool:
        """Whether LibreOffice counts otherwise than an estimate that was sure of itself."""
        layout = self.layout
        if self.confirmed is None or layout.verdict not in _DECIDED:
            return False
        if layout.exact:
            return self.confirmed != layout.pages
        return (layout.verdict is Verdict.FITS) != (self.confirmed <= layout.limit)


_DECIDED = (Verdict.FITS, Verdict.OVERFLOWS)
