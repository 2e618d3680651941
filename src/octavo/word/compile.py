"""From a Word file to a program: read, clean, place the tags, split into text and steps."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from octavo.expressions import SANDBOX, Sandbox, TemplateFolder
from octavo.inputs import name_of
from octavo.ooxml import read_file, read_package
from octavo.word.assembly import assemble
from octavo.word.including import take_in
from octavo.word.stories import prepare

if TYPE_CHECKING:
    from collections.abc import Collection

    from octavo.expressions import Own
    from octavo.inputs import Input
    from octavo.ooxml import Package
    from octavo.word.program import Program

_REMEMBERED: Final = 8
_MOST_BYTES: Final = 1_000_000
"""Templates that are remembered, and how large each may be."""


def compile_template(
    given: Input,
    own: Own | None = None,
    folder: Path | None = None,
    allow: Collection[str] = (),
) -> Program:
    """Compile a Word template: a path, its bytes or an open file; no data is needed for it.

    The last few are remembered by their bytes, but for those that take in other files.

    ``own`` is what the program adds to the language of its templates, ``folder`` that of the files
    the template may take in; without it, that of its own file. ``allow`` names what may stand in
    the file though it is refused else: ``ole``, ``linked-pictures``.

    Raises:
        PackageError: The file cannot be read, is no Word file, or not a safe one.
        TemplateError: Its tags have faults; carries all of them.
    """
    name, data = name_of(given), read_file(given)
    if own is None and len(data) <= _MOST_BYTES:
        remembered = _compiled(data, name, frozenset(allow))
        if remembered is not None:
            return remembered
    own_folder = Path(name).parent if name else None
    return compile_package(read_package(data, name, allow=allow), own, folder or own_folder)


@lru_cache(maxsize=_REMEMBERED)
def _compiled(data: bytes, name: str, allow: frozenset[str]) -> Program | None:
    """The program of a template that asks for no other file: those may change meanwhile."""
    whole = take_in(read_package(data, name, allow=allow), TemplateFolder(None))
    return None if whole.refused else assemble(prepare(whole, SANDBOX))


def compile_package(
    package: Package, own: Own | None = None, folder: Path | None = None
) -> Program:
    """Compile a template that was read already.

    Raises:
        TemplateError: Its tags have faults; carries all of them.
    """
    whole = take_in(package, TemplateFolder(folder))
    return assemble(prepare(whole, SANDBOX if own is None else Sandbox(own)))
