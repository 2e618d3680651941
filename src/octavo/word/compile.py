"""From a Word file to a program: read, clean, place the tags, split into text and steps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from octavo.expressions import SANDBOX, Sandbox, TemplateFolder
from octavo.inputs import name_of
from octavo.ooxml import open_package
from octavo.word.assembly import assemble
from octavo.word.including import take_in
from octavo.word.stories import prepare

if TYPE_CHECKING:
    from collections.abc import Collection

    from octavo.expressions import Own
    from octavo.inputs import Input
    from octavo.ooxml import Package
    from octavo.word.program import Program


def compile_template(
    given: Input,
    own: Own | None = None,
    folder: Path | None = None,
    allow: Collection[str] = (),
) -> Program:
    """Compile a Word template: a path, its bytes or an open file; no data is needed for it.

    ``own`` is what the program adds to the language of its templates, ``folder`` that of the files
    the template may take in; without it, that of its own file. ``allow`` names what may stand in
    the file though it is refused else: ``ole``, ``linked-pictures``.

    Raises:
        PackageError: The file cannot be read, is no Word file, or not a safe one.
        TemplateError: Its tags have faults; carries all of them.
    """
    name = name_of(given)
    own_folder = Path(name).parent if name else None
    return compile_package(open_package(given, allow=allow), own, folder or own_folder)


def compile_package(
    package: Package, own: Own | None = None, folder: Path | None = None
) -> Program:
    """Compile a template that was read already.

    Raises:
        TemplateError: Its tags have faults; carries all of them.
    """
    whole = take_in(package, TemplateFolder(folder))
    return assemble(prepare(whole, SANDBOX if own is None else Sandbox(own)))
