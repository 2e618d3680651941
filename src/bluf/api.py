"""bluf for programs: build, check, read, verify. What stands here is public, and stays.

Each takes what the command takes, prints nothing and ends no process; ``docs/api.md`` has the
examples. A fault that refuses the input is a `FindingsError`, whose ``findings`` name every one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.data import DataFile, read_mapping
from bluf.data import read as read_file
from bluf.evidence import source_bytes
from bluf.verification import (
    Checked,
    Verification,
    check_claims,
    draft_of,
    findings_of,
    read_draft,
    read_shelf,
    verify_quotations,
)
from octavo.finding import Finding, FindingsError

if TYPE_CHECKING:
    from bluf.pipeline import Product

    PathLike = str | Path
    BriefLike = PathLike | Mapping[str, object] | DataFile

__all__ = ["FindingsError", "build", "check", "findings", "read", "verify", "verify_draft"]


def read(brief: PathLike | Mapping[str, object], *, folder: PathLike = ".") -> DataFile:
    """The record of one brief, from its data file, its folder or a mapping.

    Args:
        brief: A data file, the folder of a brief, or the record itself as a mapping.
        folder: Where the files of the sources of a mapping lie.

    Raises:
        FindingsError: Every fault of the record.
    """
    if isinstance(brief, Mapping):
        return read_mapping(brief, folder)
    return read_file(_data_path(brief))


def build(
    brief: BriefLike,
    *,
    out: PathLike | None = None,
    formats: Sequence[str] = ("docx", "md"),
    template: str = "brief",
    allow_findings: bool = False,
) -> Product:
    """The outputs of one brief, in memory; they are written where ``out`` names a folder.

    Settings files are not read. What is wrong comes back in ``findings``; where that is an error
    there are no ``outputs``, unless ``allow_findings`` is set and the brief says so on its face.

    Raises:
        FindingsError: The brief is not there.
        OSError: An output could not be written.
    """
    from bluf.pipeline import Order, deliver, make  # it loads engines

    path, data = _record(brief)
    order = Order(
        path,
        formats=tuple(formats),
        template=template,
        out=None if out is None else Path(out),
        allow_findings=allow_findings,
    )
    product = make(order, data)
    if out is not None:
        deliver(product)
    return product


def check(brief: BriefLike) -> tuple[Finding, ...]:
    """Everything the rules say of a brief, as `bluf check` does; of a record, without its outputs.

    Raises:
        FindingsError: The brief is not there.
    """
    from bluf.pipeline import Order, examine, make  # it loads engines

    path, data = _record(brief)
    if data is None:
        return examine(Order(path)).findings
    return make(Order(path, allow_findings=True), data).findings


def verify(quote: str, source: PathLike) -> Checked:
    """Whether words stand in a source, word for word; where, or what is nearest to them.

    ``verify("We agreed to meet", "release.pdf").verdict`` is ``found``, or a lesser verdict.

    Raises:
        FindingsError: The source cannot be read.
    """
    shelf = read_shelf([Path(source)])
    if shelf.refused:
        raise FindingsError(shelf.refused)
    return verify_quotations(draft_of([quote], ""), shelf).checked[0]


def verify_draft(
    draft: PathLike, against: PathLike | Sequence[PathLike], *, claims_on: dt.date | None = None
) -> Verification:
    """Everything a draft quotes, looked up in some sources: files, and folders of files.

    Where ``claims_on`` gives its day, its figures, dates and names are held to the sources too.
    What could not be read of the sources is in ``refused``, and the others are looked up.

    Raises:
        FindingsError: The draft cannot be read.
    """
    path = Path(draft)
    paths = [against] if isinstance(against, str | Path) else against
    shelf = read_shelf(map(Path, paths), leave_out=path)
    given = read_draft(source_bytes(path), path.as_posix())
    verification = verify_quotations(given, shelf)
    if claims_on is None:
        return verification
    return replace(verification, claims=check_claims(given, shelf, claims_on))


def findings(verification: Verification) -> tuple[Finding, ...]:
    """What a verification comes to, as findings at their places in the draft."""
    return findings_of(verification)


def _data_path(brief: PathLike) -> Path:
    from bluf.pipeline import find_briefs  # it loads engines

    return find_briefs([Path(brief)])[0]


def _record(brief: BriefLike) -> tuple[Path, DataFile | None]:
    """The data file of a brief, and the record where it is given itself."""
    if isinstance(brief, str | Path):
        return _data_path(brief), None
    data = read_mapping(brief) if isinstance(brief, Mapping) else brief
    return Path(data.path), data
