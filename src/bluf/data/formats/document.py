"""What a reader makes of a data file, before anything is known of a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.data.error import DataError, fault
from bluf.data.tables.sheets import SHEETS
from bluf.data.tree import Places
from octavo.location import FileLocation

if TYPE_CHECKING:
    from bluf.data.lines import Lines
    from bluf.data.tree import Parsed
    from octavo.finding import Finding


class Document(Struct, frozen=True):
    """A tree with its places.

    Attributes:
        places: The tree and where everything in it stands.
        faults: What has no place in the tree, such as a column with an unknown heading.
        warnings: What the reader warns of.
        is_loose: Whether it was made from tables none of which is a sheet of a brief.
    """

    places: Places
    faults: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    is_loose: bool = False

    def refuse_loose(self, path: str) -> None:
        """Refuse tables that are no brief.

        Raises:
            DataError: ``data-type``.
        """
        if self.is_loose:
            titles = [sheet.title for sheet in SHEETS]
            message = f"this is not a brief: no table in it is called “{titles[0]}”"
            hint = (
                f"a workbook has the sheets {', '.join(titles)}; a brief in CSV is a folder with "
                "one file for each of them: brief.csv, parties.csv, …"
            )
            raise DataError([fault("data-type", message, FileLocation(path), hint)])


def parsed_document(parsed: Parsed, lines: Lines) -> Document:
    """The document that one text makes up."""
    return Document(Places(parsed.root, {lines.path: lines}), parsed.faults)
