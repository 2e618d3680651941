"""The only writer of data files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import yaml
from msgspec import Struct, structs

from bluf.data.decode import decode
from bluf.data.dump import Value
from bluf.data.formats.document import CSV, parsed_text, parsed_texts
from bluf.data.lines import Lines
from bluf.data.load import load_text
from bluf.data.reading import DataFile, data_file
from bluf.data.splice import SpliceError, find_node, spliced
from bluf.data.tree import Steps
from bluf.data.versions import in_version
from bluf.files import TargetError, leaves_its_folder, write_atomic


def reordered(text: str, path: Steps, order: Sequence[int]) -> str:
    """The text with the items of one list in another order.

    Args:
        text: YAML that `bluf.data.read` accepts.
        path: The list.
        order: For each place, which item of now goes there.

    Raises:
        SpliceError: There is no such list, or the order is not one of all its items.
    """
    node = find_node(text, path)
    if not isinstance(node, yaml.SequenceNode) or sorted(order) != list(range(len(node.value))):
        raise SpliceError(f"{'.'.join(map(str, path))} is no list of {len(order)} items")
    borders = _in_flow(text, node) if node.flow_style else _in_block(text, node)
    parts = [text[start:end] for start, end in borders]
    between = [text[end:start] for (_, end), (start, _) in pairwise(borders)]
    moved = [parts[at] for at in order]
    inner = "".join(part + rest for part, rest in zip(moved, [*between, ""], strict=True))
    return text[: borders[0][0]] + inner + text[borders[-1][1] :]


def _in_flow(text: str, node: yaml.SequenceNode) -> list[tuple[int, int]]:
    """Where each item within brackets begins and ends."""
    marks = [(item.start_mark.index, item.end_mark.index) for item in node.value]
    return [(start, start + len(text[start:end].rstrip())) for start, end in marks]


def _in_block(text: str, node: yaml.SequenceNode) -> list[tuple[int, int]]:
    """Where each item on lines of its own begins, with its comments, and ends, without its end."""
    column = node.start_mark.column
    found: list[tuple[int, int]] = []
    for item in node.value:
        least = found[-1][1] if found else 0
        start = _comments_above(text, _dash(text, item, column), column, least)
        end = len(text[: item.end_mark.index].rstrip())
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        found.append((start, len(text[:line_end].rstrip("\r"))))
    return found


def _dash(text: str, item: yaml.Node, column: int) -> int:
    """Where the line begins whose dash an item follows."""
    start = text.rfind("\n", 0, item.start_mark.index) + 1
    while not text.startswith("-", start + column):
        start = text.rfind("\n", 0, start - 1) + 1
    return start


def _comments_above(text: str, start: int, column: int, least: int) -> int:
    """Where the comments begin that stand right above a line, no deeper than its dash."""
    while start > least:
        above = text.rfind("\n", 0, start - 1) + 1
        line = text[above:start]
        depth = len(line) - len(line.lstrip(" "))
        if above < least or depth > column or not line.lstrip(" ").startswith("#"):
            break
        start = above
    return start


_YAML = (".yaml", ".yml")
_VALUES = (".json", ".toml", CSV)
"""Formats in which values change in place, and nothing else."""


def create(files: Mapping[Path, bytes]) -> None:
    """Write files that are not there yet: all of them, or none.

    Raises:
        FileExistsError: One of them is there already; nothing was written.
        OSError: One could not be written; those before it were taken away again.
    """
    for path in files:
        if path.exists():
            raise FileExistsError(17, "a file of that name already exists", str(path))
    written: list[Path] = []
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if leaves_its_folder(path.parent):
                raise TargetError(path.parent, "a link of that name points outside the folder")
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
    if path.suffix.lower() not in _YAML:
        raise SpliceError(f"only YAML can be changed in place, not “{path.name}”")
    before = load_text(path)
    _check(before)
    text = before.text
    for steps, value in changes.items():
        text = spliced(text, {steps: value})  # one by one: an item may follow one that is new too
    after = Lines(before.path, text)
    _check(after)
    write_atomic(path, after.text.encode())


class Edits(Struct, frozen=True):
    """What is done to a data file.

    Attributes:
        values: New values by their path; those of texts and days, or of a field or item that is
            not there yet.
        removed: Paths of items that go.
        added: New items, each with the path of the item that it goes before.
        orders: By the path of a list, for each place the item of now that goes there.
    """

    values: Mapping[Steps, Value] = {}
    removed: tuple[Steps, ...] = ()
    added: tuple[tuple[Steps, Value], ...] = ()
    orders: Mapping[Steps, tuple[int, ...]] = {}


def edited(file: DataFile, edits: Edits) -> DataFile:
    """A data file with other values, not yet written; all else stays as it was typed.

    In YAML items are removed, added and put in another order too; in TOML, JSON and CSV only
    values change, and in workbooks nothing does.

    Raises:
        SpliceError: A path leads nowhere, or the format does not admit the change.
        DataError: The file would not be sound any more.
    """
    path = Path(file.path)
    told = {in_version(file.places, steps): value for steps, value in edits.values.items()}
    edits = structs.replace(edits, values=told)
    ending = CSV if path.is_dir() else path.suffix.lower()
    if ending in _YAML:
        text = file.text
        for steps, order in edits.orders.items():
            text = reordered(text, steps, order)
        values = {_moved(steps, edits): value for steps, value in edits.values.items()}
        removed = [_moved(steps, edits) for steps in edits.removed]
        added = [(_behind(steps, edits), value) for steps, value in edits.added]
        return _read_again(file, ending, {file.path: spliced(text, values, removed, added)})
    if ending not in _VALUES:
        raise SpliceError("a workbook is changed in its own program")
    if edits.removed or edits.added or edits.orders:
        raise SpliceError(f"whole items are changed by hand in “{path.name}”")
    from bluf.data.tokens import replaced  # for these formats alone

    return _read_again(file, ending, replaced(file.places, edits.values, ending))


def _moved(steps: Steps, edits: Edits) -> Steps:
    """Where a path leads once the lists are in their new order."""
    for path, order in edits.orders.items():
        depth = len(path)
        if steps[:depth] == path and len(steps) > depth and steps[depth] in order:
            place = order.index(int(steps[depth]))
            return (*path, place, *steps[depth + 1 :])
    return steps


def _behind(steps: Steps, edits: Edits) -> Steps:
    """Where an item goes that goes behind the same one as before."""
    *path, place = steps
    if not place or tuple(path) not in edits.orders:
        return steps
    *_, before = _moved((*path, int(place) - 1), edits)
    return (*path, int(before) + 1)


def _read_again(file: DataFile, ending: str, texts: Mapping[str, str]) -> DataFile:
    """The data file with other texts in its files."""
    changed = {path: Lines(path, text) for path, text in texts.items()}
    lines = {**file.places.texts, **changed}
    return data_file(file.path, parsed_texts(ending, lines, file.path))


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
        super().__init__(
            16, "the file has changed in the meantime; run the command again", str(path)
        )


def _check(lines: Lines) -> None:
    document = parsed_text(lines)
    decode(document.places, document.faults)
