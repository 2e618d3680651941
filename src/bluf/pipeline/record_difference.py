"""What differs between two files in terms of the record, be they data files or Word files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.data import read
from bluf.pipeline.plan import find_briefs
from bluf.pipeline.pulling import UnknownFileError, sent_as
from bluf.roundtrip import RecordDifference, compare_records, find_edits
from bluf.rules import finding
from octavo.location import FileLocation
from octavo.ooxml import read_file, read_package

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bluf.roundtrip import FoundEdits


def record_differences(
    before: Path, now: Path, briefs: Sequence[Path]
) -> tuple[RecordDifference, ...]:
    """Every difference between two data files, or between a Word file of ours and an edited one.

    Args:
        before: The file as it was.
        now: The file as it is, of the same kind.
        briefs: The data files beside which versions of Word files are kept.

    Raises:
        FindingsError: A file cannot be read, or the Word file is no version that is kept.
    """
    if before.suffix.lower() != ".docx":
        one, other = (
            read(data).brief for each in (before, now) for data in find_briefs([each])[:1]
        )
        return tuple(compare_records(one, other))
    sent, edited = (read_package(read_file(each), each.as_posix()) for each in (before, now))
    base = sent_as(sent, briefs)
    if base is None:
        message = "no brief here knows this version of its Word file"
        hint = "compare the data files, or “bluf diff” without “--data”"
        place = FileLocation(before.as_posix())
        raise UnknownFileError([finding("base-missing", message, place, hint)])
    return tuple(_told(find_edits(base, edited)))


def _told(found: FoundEdits) -> Iterator[RecordDifference]:
    for edit in found.edits:
        yield RecordDifference(edit.origin.path, edit.before, edit.now, who=edit.who)
    for gone in found.deleted:
        yield RecordDifference(gone.item, gone.text, "", "deleted", gone.who)
    for new in found.added:
        yield RecordDifference((new.group,), "", new.text, "added", new.who)
    for moved in found.moved:
        names = ", ".join(moved.before), ", ".join(moved.now)
        yield RecordDifference((moved.group,), *names, "moved", moved.who)
    for rest in found.unplaced:
        yield RecordDifference((), rest.before, rest.now, f"no field: {rest.what}", rest.who)
