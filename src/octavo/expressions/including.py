"""Other files of templates: which one a tag takes in, and reading it from the one folder."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePosixPath
from typing import Final, cast

from jinja2 import TemplateSyntaxError, nodes
from msgspec import Struct

from octavo.expressions.fault import LIMIT, LIMITS, SYNTAX, UNSAFE, Fault
from octavo.expressions.parse import SANDBOX, TagError
from octavo.expressions.scan import Tag, words_of
from octavo.inputs import Content, read_input, reason_of
from octavo.suggest import did_you_mean

_ALONE: Final = Fault(
    SYNTAX,
    "another template cannot be included here",
    "give the tag a paragraph, or in Markdown a line, of its own",
)


class Included(Struct, frozen=True):
    """What a tag takes in.

    Attributes:
        name: The file, as the tag names it.
        macros: The macros that are taken from it; None where all of it is.
        is_optional: Whether it may be missing.
    """

    name: str
    macros: tuple[str, ...] | None = None
    is_optional: bool = False


def included(tag: Tag) -> Included:
    """What a tag of the kind INCLUDE takes in.

    Raises:
        TagError: It does not say so in a way that can be followed before there are data.
    """
    try:
        (node,) = SANDBOX.parse(f"{{% {tag.body} %}}").body
    except (TemplateSyntaxError, ValueError) as error:
        words = words_of(error) if isinstance(error, TemplateSyntaxError) else "it cannot be read"
        raise TagError(Fault(SYNTAX, words)) from None
    template = cast("nodes.Include | nodes.FromImport", node).template
    if not (isinstance(template, nodes.Const) and isinstance(template.value, str)):
        hint = "write one file, in quotation marks; choose between files with “if”"
        raise TagError(
            Fault(UNSAFE, "it does not give the name of its file in quotation marks", hint)
        )
    if isinstance(node, nodes.Include):
        return Included(template.value, None, node.ignore_missing)
    names = cast("nodes.FromImport", node).names
    if any(isinstance(name, tuple) for name in names):
        hint = "call the macro by its own name"
        raise TagError(Fault(SYNTAX, "a macro cannot be renamed with “as”", hint))
    return Included(template.value, tuple(map(str, names)))


class TemplateFolder:
    """The folder that a template may take files from, and what it has taken so far."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._left = LIMITS.includes
        self._blocks = LIMITS.included
        self._size = 0
        self._read: dict[Path, Content] = {}

    def read(
        self, asked: Included, around: tuple[str, ...], endings: Collection[str], most: int
    ) -> Content | None:
        """The file that a tag takes in; None where it is missing and may be.

        ``around`` are the names of the files that take this one in, from the outermost on.

        Raises:
            TagError: There is no such file, or it may not be taken in.
        """
        if self._folder is None:
            hint = "give its folder: compile_template(…, folder=…)"
            raise TagError(Fault(UNSAFE, "the template comes from memory, and has no folder", hint))
        path = self._path(self._folder, asked.name, endings)
        if asked.name in around:
            chain = " → ".join(f"“{name}”" for name in (*around, asked.name))
            hint = "take one of the tags out"
            raise TagError(Fault(LIMIT, f"the file includes itself: {chain}", hint))
        if asked.is_optional and not path.exists():
            return None
        self._left -= 1
        if self._left < 0:
            message = f"the template includes more than {LIMITS.includes} files"
            raise TagError(Fault(LIMIT, message))
        if path not in self._read:
            self._read[path] = _read(path, asked.name, self._folder, most)
            self._size += len(self._read[path].data)
        if self._size > most:
            message = f"the files that the template includes are larger than {most:,} bytes"
            raise TagError(Fault(LIMIT, message))
        return self._read[path]

    def spend(self, blocks: int) -> None:
        """Count what was taken in.

        Raises:
            TagError: It is too much.
        """
        self._blocks -= blocks
        if self._blocks < 0:
            message = f"the included files hold more than {LIMITS.included:,} blocks"
            raise TagError(Fault(LIMIT, message))

    def _path(self, folder: Path, name: str, endings: Collection[str]) -> Path:
        steps = name.split("/")
        if not name.isprintable() or "\\" in name or ":" in name or {"", ".", ".."} & {*steps}:
            hint = "put the file beside the template, or in a folder there, and name it with “/”"
            message = f"“{name}” leads out of the folder of the template"
            raise TagError(Fault(UNSAFE, message, hint))
        if PurePosixPath(name).suffix.lower() not in endings:
            hint = f"name a file that ends in {' or '.join(sorted(endings))}"
            raise TagError(Fault(SYNTAX, f"“{name}” is not a template of this kind", hint))
        path = folder
        for step in steps:
            path = path / step
            if path.is_symlink():
                hint = "replace the link with the file itself"
                raise TagError(Fault(UNSAFE, f"“{name}” is a link", hint))
        return path


def _read(path: Path, name: str, folder: Path, most: int) -> Content:
    try:
        content = read_input(path, most)
    except OSError as error:
        near = did_you_mean(name, sorted(one.name for one in folder.glob(f"*{path.suffix}")))
        message = f"“{name}” cannot be read: {reason_of(error)}"
        raise TagError(Fault(SYNTAX, message, near)) from None
    return content


def not_here() -> TagError:
    """A tag that takes a file in stands where none can be."""
    return TagError(_ALONE)
