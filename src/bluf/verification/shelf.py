"""The sources that a draft is held against: files, and folders of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from bluf.evidence import READERS, Searchable, SourceError, decode_source, source_bytes
from octavo.finding import Finding


class SourceSet(Struct, frozen=True):
    """Sources, ready for many look-ups.

    Attributes:
        sources: By path, each that could be read.
        refused: Why the others could not be.
        passed_over: Files of the folders that are no sources, or of no type that can be read.
    """

    sources: dict[str, Searchable]
    refused: tuple[Finding, ...] = ()
    passed_over: tuple[str, ...] = ()


def read_shelf(
    paths: Iterable[Path], *, leave_out: Path | None = None, named_from: Path | None = None
) -> SourceSet:
    """The sources at some paths; of a folder, every file below it that is not hidden.

    Args:
        paths: Files and folders. A file is read whatever its type, or refused.
        leave_out: The draft itself, which proves nothing.
        named_from: The folder from which paths are named; as they were given where it is None.
    """
    sources: dict[str, Searchable] = {}
    refused: list[Finding] = []
    passed_over: list[str] = []
    own = leave_out.resolve() if leave_out else None
    draft = own.read_bytes() if own and own.is_file() else None
    for path, folder in _files(paths):
        name = (path.relative_to(named_from) if named_from else path).as_posix()
        if path.resolve() == own or name in sources:
            continue
        if folder and not _belongs(path, folder, own):
            passed_over.append(name)
            continue
        try:
            data = source_bytes(path, name)
            if data == draft:
                passed_over.append(name)
                continue
            sources[name] = Searchable(decode_source(data, name))
        except SourceError as error:
            refused += error.findings
    return SourceSet(sources, tuple(refused), tuple(passed_over))


def _belongs(path: Path, folder: Path, draft: Path | None) -> bool:
    """Whether a file below a folder is a source: of a type that can be read, and of no output.

    No link leads out of the folder to it. What was built from a brief lies beside its data file,
    and a draft in several formats has one name; neither proves anything.
    """
    if path.suffix.lower() not in READERS or not path.resolve().is_relative_to(folder.resolve()):
        return False
    beside = path.resolve().parent
    is_output = path.stem == beside.name and any(beside.glob("brief.*"))
    is_draft = draft is not None and (beside, path.stem) == (draft.parent, draft.stem)
    return not (is_output or is_draft)


def _files(paths: Iterable[Path]) -> Iterator[tuple[Path, Path | None]]:
    """Each file, and the folder that was named; None where the file was named itself."""
    for path in paths:
        if not path.is_dir():
            yield path, None
            continue
        for below in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in below.relative_to(path).parts)
            if below.is_file() and not hidden:
                yield below, path
