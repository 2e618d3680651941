"""The subject of the rules about a record: a data file, read and proven."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct, field

from bluf.checks.rule import Fault
from bluf.markings import schemes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bluf.data import DataFile
    from bluf.markings import Schemes
    from bluf.model import Brief, Evidence, Proof
    from octavo.finding import Fix

Step = str | int


class CheckedRecord(Struct, frozen=True):
    """A data file, what its sources bear out, and the day that counts as today.

    ``as_of`` is the brief's own date where none is given, so that CI repeats; ``schemes`` are those
    of markings, ``audiences`` those that the settings name.
    """

    groups: ClassVar[tuple[str, ...]] = ("data", "evidence")

    file: DataFile
    proof: Proof
    as_of: dt.date
    schemes: Schemes = field(default_factory=schemes)
    audiences: tuple[str, ...] = ()

    @property
    def brief(self) -> Brief:
        """The record itself."""
        return self.file.brief

    def evidence(self) -> Iterator[tuple[tuple[Step, ...], Evidence]]:
        """Every piece of evidence with its path, those of histories among them."""
        for path, item in self.brief.placed_items():
            yield from _listed(item.evidence, path)
            for index, change in enumerate(getattr(item, "history", ())):
                yield from _listed(change.evidence, (*path, "history", index))

    def fault(self, message: str, *path: Step, hint: str = "", fix: Fix | None = None) -> Fault:
        """A fault at a place of the record, or at the nearest place around it that was written."""
        location = self.file.places.at(*path)
        return Fault(message, location, hint, self.file.excerpt(location), fix=fix)


def _listed(
    evidence: tuple[Evidence, ...], path: tuple[Step, ...]
) -> Iterator[tuple[tuple[Step, ...], Evidence]]:
    for index, entry in enumerate(evidence):
        yield (*path, "evidence", index), entry
