"""What rules look at: a record with its proof, and an output against what the data gives."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct, field

from bluf.checks.rule import Fault
from bluf.markings import Schemes, schemes
from octavo.finding import Fix
from octavo.location import FileLocation

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.model import Brief, Evidence, Proof


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


_MAIN = "word/document.xml"
_UTF8 = 0x800
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class FinishedOutput(Struct, frozen=True):
    """A finished file, and the facts about it that `build` knows.

    Attributes:
        path: Where it belongs.
        stands: What lies there; None where nothing does.
        expected: What the data gives now.
        again: What the data gave when it was asked a second time; None where it was not.
        differences: What differs between ``stands`` and ``expected``, a line each.
        variations: What differs between ``expected`` and ``again``, a line each.
        made_by: The other version of bluf that wrote what lies there; empty where it is not known.
    """

    groups: ClassVar[tuple[str, ...]] = ("output",)

    path: str
    stands: bytes | None
    expected: bytes
    again: bytes | None = None
    differences: tuple[str, ...] = ()
    variations: tuple[str, ...] = ()
    made_by: str = ""

    @property
    def location(self) -> FileLocation:
        """The file as a whole."""
        return FileLocation(self.path)

    @property
    def varies(self) -> bool:
        """Whether two builds gave two files, so that none that lies there could be right."""
        return self.again is not None and self.again != self.expected

    @property
    def was_saved_elsewhere(self) -> bool:
        """Whether another program wrote the Word file that lies there.

        Our archives name no time, system, flag or attribute of their members; Word sets flags,
        LibreOffice and every other program times.
        """
        if self.stands is None or not zipfile.is_zipfile(io.BytesIO(self.stands)):
            return False
        with zipfile.ZipFile(io.BytesIO(self.stands)) as archive:
            members = archive.infolist()
        is_word = any(info.filename == _MAIN for info in members)
        return is_word and not all(map(_is_ours, members))


def _is_ours(info: zipfile.ZipInfo) -> bool:
    flags = info.flag_bits & ~_UTF8
    is_bare = not (flags or info.create_system or info.external_attr or info.extra)
    return is_bare and info.date_time == _NO_TIME
