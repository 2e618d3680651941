"""Whether somebody edited an output by hand, so that writing over it would lose the edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf import checks
from bluf.files import leaves_its_folder
from bluf.pipeline.difference import differences
from bluf.roundtrip import ALLOWED, digest_in, digest_of, is_as_written, is_home
from bluf.rules import finding
from octavo.location import FileLocation
from octavo.ooxml import PackageError, read_package
from octavo.revisions import View, align, comments, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.pipeline.order import KeptVersion, Output
    from octavo.finding import Finding
    from octavo.revisions import Passage

_MOST = 8


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
    return _edited(output, differences(output.content, stands, str(output.path)), kept)


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
        more = (f"… and {len(changed) - _MOST} more",) if len(changed) > _MOST else ()
        return _edited(output, (*changed[:_MOST], *more), kept)
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


def _edited(output: Output, changed: tuple[str, ...], kept: KeptVersion | None) -> Finding:
    path = str(output.path)
    message = "somebody has edited this output since it was built; it is left alone"
    hint = "carry the edits into the data file, or lose them with “--overwrite”"
    if kept and kept.base and output.path.suffix == ".docx":
        hint = f"take the edits back with “bluf pull {path}”, or lose them with “--overwrite”"
    return finding("hand-edited", message, FileLocation(path), hint, notes=changed)
