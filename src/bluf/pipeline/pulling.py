"""Bring an edited Word file home: which brief it is, what was edited, what becomes of it."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bluf.claims import proven
from bluf.data import DataFile, Edits, SpliceError, read
from bluf.data import edited as with_edits
from bluf.files import write_atomic
from bluf.pipeline.fix import Rewrite
from bluf.pipeline.plan import find_briefs
from bluf.roundtrip import (
    DIGEST,
    SETTLED,
    STEM,
    WANTED,
    Base,
    Disposition,
    FieldChange,
    FoundEdits,
    RecordDifference,
    VersionStore,
    compare_records,
    digest_in,
    find_edits,
    likeness,
    merged,
    with_pulled,
)
from bluf.rules import finding
from bluf.views import labels_for
from octavo.finding import Finding, FindingsError
from octavo.inputs import Input, name_of
from octavo.location import FileLocation
from octavo.ooxml import Package, crop, read_file, read_package, scrub, write_package
from octavo.revisions import Comment, View, clean, comments, passages

_ENOUGH = 0.3
_CLEARLY = 0.1
_CERTAIN = 2.0
"""More than any likeness."""


class Pulled(Struct, frozen=True):
    """What one edited file brings.

    Attributes:
        data: The data file that it belongs to, as it is.
        found: Everything that differs from what was sent round.
        changes: What becomes of each edit of a field.
        comments: What its readers remarked.
        rewrites: The files of the record with the edits that are taken.
        findings: What the evidence says of the data file with the edits in it, and did not before.
    """

    data: DataFile
    found: FoundEdits
    changes: tuple[FieldChange, ...]
    comments: tuple[Comment, ...]
    rewrites: tuple[Rewrite, ...]
    findings: tuple[Finding, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left that a person has to do."""
        done = all(change.fate in SETTLED and not change.left for change in self.changes)
        return done and not self.found.unplaced and not self.findings


class UnknownFileError(FindingsError):
    """No brief is known that the file was made from."""


class Home(Struct, frozen=True):
    """The brief that an edited file belongs to.

    Attributes:
        data: Its data file.
        is_certain: Whether the file says so itself, and not its text alone.
    """

    data: Path
    is_certain: bool


def home_of(edited: Input, found: Sequence[Path]) -> Home:
    """The data file of the brief that an edited file was made from, by its digest or its text.

    Args:
        edited: The file that came back, under whatever name.
        found: The data files there are.

    Raises:
        FindingsError: The file cannot be read; none of the briefs was sent round with such a
            text, or several were.
    """
    package = read_package(read_file(edited), name_of(edited))
    scored = sorted(((_score(package, data), data) for data in found), reverse=True)
    (best, data), (second, other) = (*scored, (0.0, None), (0.0, None))[:2]
    if data is not None and best >= _ENOUGH and best - second >= _CLEARLY:
        return Home(data, best == _CERTAIN)
    message = "no brief here was sent round with such a text"
    if best >= _ENOUGH:
        message = f"it could be “{data}” or “{other}”"
    raise _unknown(edited, message, "name the brief: “--brief PATH”")


def _unknown(edited: Input, message: str, hint: str) -> UnknownFileError:
    return UnknownFileError([finding("base-missing", message, FileLocation(name_of(edited)), hint)])


def _score(package: Package, data: Path) -> float:
    digest = digest_in(package)
    bases = list(VersionStore.beside(data, _name(data)).bases())
    if any(base.digest == digest for base in bases):
        return _CERTAIN
    return max((likeness(base, package) for base in bases), default=0.0)


def _name(data: Path) -> str:
    """The brief's id, which is the name of its folder."""
    path = Path(os.path.abspath(data))  # noqa: PTH100 - “.” has no name of its own
    return (path if path.is_dir() else path.parent).name


def sent_as(package: Package, found: Sequence[Path]) -> Base | None:
    """The version that a Word file says it is, of any of these briefs."""
    digest = digest_in(package)
    bases = (base for data in found for base in VersionStore.beside(data, _name(data)).bases())
    return next((base for base in bases if base.digest == digest), None)


def pull(edited: Input, data: Path, *, accept: bool) -> Pulled:
    """What an edited Word file brings home; nothing is written.

    Args:
        edited: The file that came back.
        data: The data file it belongs to.
        accept: Whether tracked changes count as made.

    Raises:
        FindingsError: One of the files cannot be read, or there is no version to compare with.
    """
    file = read(data)
    package = read_package(read_file(edited), name_of(edited))
    base = _base_of(package, edited, VersionStore.beside(data, file.brief.id))
    found = find_edits(base, package, accept=accept)
    changes = merged(found, file.brief, labels_for(file.brief.language))
    whole = Pulled(file, found, changes, comments(package), (), ())
    return decided(whole, {})


def decided(pulled: Pulled, choices: Mapping[int, FieldChange]) -> Pulled:
    """The same with some changes as a person decided, by their places; nothing is written."""
    changes = tuple(choices.get(at, each) for at, each in enumerate(pulled.changes))
    changes, after = _written(pulled.data, changes)
    return replace(
        pulled,
        changes=changes,
        rewrites=_rewrites(pulled.data, after),
        findings=_new_findings(pulled.data, after),
    )


def _rewrites(before: DataFile, after: DataFile) -> tuple[Rewrite, ...]:
    """The texts that differ, each with the byte order mark that its file begins with."""
    found = []
    for path, lines in after.places.texts.items():
        old = before.places.texts[path].text
        if lines.text != old:
            mark = "\ufeff" if Path(path).read_bytes().startswith(BOM_UTF8) else ""
            found.append(Rewrite(Path(path), mark + old, mark + lines.text))
    return tuple(found)


def _written(
    file: DataFile, changes: tuple[FieldChange, ...]
) -> tuple[tuple[FieldChange, ...], DataFile]:
    """The data file with the changes that are taken; what would make it unsound is refused.

    They are tried one after the other, whole items last: another item may name one that goes.
    """
    wanted = [each for each in changes if each.fate in WANTED]
    taken: list[FieldChange] = []
    refused: dict[tuple[str, ...], tuple[Disposition, str]] = {}
    after = file
    for change in sorted(wanted, key=_is_item):
        try:
            after = _with(file, [*taken, change])
        except SpliceError as error:
            refused[change.field] = Disposition.BY_HAND, str(error)
        except FindingsError as error:
            refused[change.field] = Disposition.REFUSED, error.findings[0].message
        else:
            taken.append(change)
    return tuple(_refused(each, refused.get(each.field)) for each in changes), after


def _is_item(change: FieldChange) -> bool:
    return change.adds or change.value is None or isinstance(change.value, tuple)


def _with(file: DataFile, changes: Sequence[FieldChange]) -> DataFile:
    values: dict[tuple[str | int, ...], Any] = {}
    removed, added, orders = [], [], {}
    for each in changes:
        if isinstance(each.value, tuple):
            orders[each.steps] = each.value
        elif each.value is None:
            removed.append(each.steps)
        elif each.adds:
            added.append((each.steps, each.value))
        else:
            values[each.steps] = each.value
    return with_edits(file, Edits(values, tuple(removed), tuple(added), orders))


def _refused(change: FieldChange, why: tuple[Disposition, str] | None) -> FieldChange:
    return replace(change, fate=why[0], reason=why[1]) if why else change


def _base_of(package: Package, edited: Input, shelf: VersionStore) -> Base:
    """The version that an edited file was made from: it says so, or its text does."""
    bases = list(shelf.bases())
    digest = digest_in(package)
    named = next((base for base in bases if base.digest == digest), None)
    if named is None and bases:
        named = max(bases, key=lambda base: likeness(base, package))
    if named is None:
        hint = "build the brief before you send it: “bluf build” keeps what was sent"
        raise _unknown(edited, "there is no record of what was sent round", hint)
    return named


def bring_home(edited: Input, pulled: Pulled) -> bool:
    """Write the edits that are taken into the data file; whether there were any.

    A file that is home in full may be written over by the next build; of another, the next build
    says that what is left has to be written into the data file.

    Raises:
        OSError: A file could not be written, or was changed meanwhile.
    """
    for rewrite in pulled.rewrites:
        rewrite.carry_out()
    shelf = VersionStore.beside(Path(pulled.data.path), pulled.data.brief.id)
    state = with_pulled(shelf.state(), read_file(edited), whole=pulled.is_whole)
    for path, content in shelf.files(state).items():
        write_atomic(path, content)
    return bool(pulled.rewrites)


def cleaned(word: Input) -> tuple[bytes, tuple[Finding, ...]]:
    """A Word file as it leaves the house, and a note on every text that was left out of it.

    Its tracked changes are taken; gone are comments, anchors, ids, hidden text, whose it is, and
    what pictures know of who took them, where.

    Raises:
        PackageError: It cannot be read.
    """
    package = read_package(read_file(word), name_of(word))
    final = clean(package, stem=f"_{STEM}", properties=(DIGEST,))
    scrubbed = scrub(final, lambda _: False)
    return write_package(crop(scrubbed.package), {}), scrubbed.findings


def is_tracked(edited: Input) -> bool:
    """Whether a Word file holds tracked changes."""
    package = read_package(read_file(edited), name_of(edited))
    return passages(package, View.BEFORE) != passages(package, View.AFTER)


def _new_findings(before: DataFile, after: DataFile) -> tuple[Finding, ...]:
    """What the sources say against the edits."""
    if before is after:
        return ()
    known = {(each.rule, each.message) for each in _proven(before)}
    return tuple(each for each in _proven(after) if (each.rule, each.message) not in known)


def _proven(data: DataFile) -> tuple[Finding, ...]:
    try:
        return proven(data).findings
    except FindingsError as error:
        return error.findings


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
