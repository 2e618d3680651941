"""The only writer of data files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bluf.data.decode import decode
from bluf.data.formats import yaml_text
from bluf.data.formats.document import parsed_document
from bluf.data.lines import Lines
from bluf.data.load import load_text
from bluf.data.reading import data_file
from bluf.data.splice import SpliceError, spliced
from bluf.files import TargetError, leaves_its_folder, write_atomic

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bluf.data.dump import Value
    from bluf.data.reading import DataFile
    from bluf.data.tree import Steps

_YAML = (".yaml", ".yml")


def create(files: Mapping[Path, bytes]) -> None:
    """Write files that are not there yet: all of them, or none.

    Raises:
        FileExistsError: One of them is there already; nothing was written.
        OSError: One could not be written; those before it were taken away again.
    """
    for path in files:
        if path.exists():
            raise FileExistsError(17, "there is a file of that name already", str(path))
    written: list[Path] = []
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if leaves_its_folder(path.parent):
                raise TargetError(path.parent, "a link of that name leads out of the folder")
            with path.open("xb") as file:
                written.append(path)
                file.write(content)
    except OSError:
        for path in written:
            path.unlink()
        raise


def change(path: str | Path, changes: Mapping[Steps, Value]) -> None:
    """Change or add values of a YAML data file; everything else stays as it was typed.

    Args:
        path: The file.
        changes: New values by their path in the record, such as ``("requests", 0, "response")``.
            A field that is not there is added to its record, and the path one behind the last item
            of a list adds an item.

    Raises:
        SpliceError: A path leads nowhere, or the file is not YAML.
        DataError: The file is not sound, or would not be so any more; it is as it was.
        OSError: It could not be written; it is as it was.
    """
    path = Path(path)
    if not can_edit(path):
        raise SpliceError(f"only YAML can be changed in place, not “{path.name}”")
    before = load_text(path)
    _check(before)
    text = before.text
    for steps, value in changes.items():
        text = spliced(text, {steps: value})  # one by one: an item may follow one that is new too
    after = Lines(before.path, text)
    _check(after)
    write_atomic(path, after.text.encode())


def can_edit(path: Path) -> bool:
    """Whether values can be changed in a file of this format, with all else as it was typed."""
    return path.suffix.lower() in _YAML


def edited(
    file: DataFile, changes: Mapping[Steps, Value], removed: Collection[Steps] = ()
) -> DataFile:
    """A YAML data file with other values, not yet written; all else stays as it was typed.

    Changes and removals are those of `bluf.data.splice.spliced`.

    Raises:
        SpliceError: A path leads nowhere, or the file is not YAML.
        DataError: The file would not be sound any more.
    """
    if not can_edit(Path(file.path)):
        raise SpliceError(f"only YAML can be changed in place, not “{Path(file.path).name}”")
    lines = Lines(file.path, spliced(file.text, changes, removed))
    return data_file(file.path, parsed_document(yaml_text.parse(lines), lines))


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    """Put ``new`` in the place of ``old``, whole or not at all.

    Raises:
        FileChangedError: The file no longer holds ``old``; it is left as it is.
        OSError: It could not be written; the old file is as it was.
    """
    if path.read_bytes() != old:
        raise FileChangedError(path)
    write_atomic(path, new)


class FileChangedError(OSError):
    """A file was changed by somebody else between being read and being written."""

    def __init__(self, path: Path) -> None:
        super().__init__(16, "the file was changed meanwhile; run the command again", str(path))


def _check(lines: Lines) -> None:
    document = parsed_document(yaml_text.parse(lines), lines)
    decode(document.places, document.faults)
