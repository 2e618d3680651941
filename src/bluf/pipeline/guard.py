"""Whether somebody edited an output by hand, so that writing over it would lose the edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from typing import TYPE_CHECKING

from bluf import checks
from bluf.files import leaves_its_folder
from bluf.roundtrip import ALLOWED, digest_in, digest_of, is_as_written, is_begun, is_home
from bluf.rules import finding
from octavo.finding import Finding
from octavo.location import FileLocation
from octavo.ooxml import Package, PackageError, read_package
from octavo.revisions import Passage, View, align, comments, passages
from octavo.shortening import shortened

if TYPE_CHECKING:
    from bluf.pipeline.order import KeptVersion, Output


_MOST = 8
_LONGEST = 160
_HEAD = 3  # names of both files, and where the first hunk is


def differences(stands: bytes, expected: bytes, path: str) -> tuple[str, ...]:
    """The first differences; of Word files that look alike, the parts that differ.

    None where the files are neither Word files nor text in UTF-8.

    Args:
        stands: What lies at ``path``.
        expected: What the data gives.
        path: The output; the end of its name says what it is.
    """
    found = _word(stands, expected, path) if path.endswith(".docx") else _text(stands, expected)
    return _first(found)


def _first(found: Sequence[str]) -> tuple[str, ...]:
    """The first of some lines; the last one counts those that are left out."""
    more = (f"… and {len(found) - _MOST} more",) if len(found) > _MOST else ()
    return (*found[:_MOST], *more)


def _word(stands: bytes, expected: bytes, path: str) -> tuple[str, ...]:
    from octavo.ooxml import PackageError, compare, read_package  # only where one is stale

    try:
        before, after = (read_package(data, path) for data in (stands, expected))
    except PackageError as error:
        return (str(error),)
    visible = tuple(
        f"{str(each.location).removeprefix(f'{path}: ')}: {each.message}"
        for each in compare(before, after)
    )
    return visible or tuple(_parts(before, after))


def _parts(before: Package, after: Package) -> Iterator[str]:
    """The parts whose bytes differ, though no reader sees it."""
    for name in sorted(before.parts.keys() | after.parts.keys()):
        pair = [each.parts[name].data if name in each.parts else None for each in (before, after)]
        if pair[0] != pair[1]:
            yield f"{name}: the bytes differ, and what people see does not"


def _text(stands: bytes, expected: bytes) -> tuple[str, ...]:
    try:
        before, after = (data.decode().splitlines() for data in (stands, expected))
    except UnicodeDecodeError:  # a workbook, or what another program saved: no lines to show
        return ()
    lines = unified_diff(before, after, n=0, lineterm="")
    return tuple(shortened(line, _LONGEST) for line in lines)[_HEAD:]


def guard(output: Output, kept: KeptVersion | None) -> Finding | None:
    """An error where the file that stands was edited, a note where it was not, and is not ours.

    A Word file is known by the digest it carries, any other by the state that is kept beside the
    data. A Word file without a digest that no other program saved was written by an older bluf.
    """
    if not output.path.is_file() or leaves_its_folder(output.path):
        return None  # nothing to lose, or nothing that may be written to
    stands = output.path.read_bytes()
    if output.path.suffix == ".docx":
        return _of_word(output, stands, kept)
    known = kept.state.outputs.get(output.path.name, ()) if kept else ()
    if not known or digest_of(stands) in known:
        return None
    return _edited(output, differences(output.content, stands, str(output.path)), kept, stands)


def _of_word(output: Output, stands: bytes, kept: KeptVersion | None) -> Finding | None:
    path = str(output.path)
    is_ours = is_as_written(stands)
    if is_ours or (kept and is_home(kept.state, stands)):
        return None
    elsewhere = checks.FinishedOutput(path, stands, output.content).was_saved_elsewhere
    if is_ours is None and not elsewhere:
        message = "an older bluf wrote this output, and nobody has saved it since; it is rewritten"
        return finding("older-output", message, FileLocation(path))
    changed = tuple(_changes(_sent(output, stands, kept), stands, path))
    if changed:
        return _edited(output, _first(changed), kept, stands)
    message = "another program saved this output again and changed nothing; it is rewritten"
    return finding("saved-again", message, FileLocation(path))


def _sent(output: Output, stands: bytes, kept: KeptVersion | None) -> bytes:
    """The version that a file was made from, else what the data gives now."""
    try:
        package = read_package(stands, str(output.path), allow=ALLOWED)
    except PackageError:
        return output.content
    digest = digest_in(package)
    bases = kept.shelf.bases() if kept else ()
    return next((base.document for base in bases if base.digest == digest), output.content)


def _changes(sent: bytes, stands: bytes, path: str) -> Iterator[str]:
    """What a person did to a Word file, a line each; how a program writes it is no edit."""
    try:
        before, after = (read_package(each, path, allow=ALLOWED) for each in (sent, stands))
    except PackageError as error:
        yield str(error)
        return
    if passages(after, View.BEFORE) != (now := passages(after, View.AFTER)):
        yield "it holds tracked changes"
    for remark in comments(after):
        yield f"{remark.location.place}: a comment: “{remark.text}”"
    for pair in align(passages(before, View.AFTER), now):
        yield from _difference(pair.before, pair.after)


def _difference(old: Passage | None, new: Passage | None) -> Iterator[str]:
    if old is None or new is None:
        there = old or new
        if there is not None and there.text.strip():
            yield f"{there.location.place}: {'added' if new else 'gone'}: “{there.text}”"
    elif old.text != new.text:
        yield f"{new.location.place}: “{old.text}” reads “{new.text}” now"
    elif old.stresses != new.stresses:
        yield f"{new.location.place}: other words are set off in “{new.text}”"


def _edited(
    output: Output, changed: tuple[str, ...], kept: KeptVersion | None, stands: bytes
) -> Finding:
    path = str(output.path)
    message = "somebody has edited this output since it was built; it is left alone"
    hint = "carry the edits into the data file, or lose them with “--overwrite”"
    if kept and kept.base and output.path.suffix == ".docx":
        hint = f"take the edits back with “bluf pull {path}”, or lose them with “--overwrite”"
    if kept and is_begun(kept.state, stands):
        hint = (
            f"“bluf pull” took what it could; “bluf pull --dry-run {path}” lists what is left: "
            "write that into the data file yourself, then build with “--overwrite”"
        )
    return finding("hand-edited", message, FileLocation(path), hint, notes=changed)
