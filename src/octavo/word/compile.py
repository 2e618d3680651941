"""From a Word file to a program: read, clean, place the tags, split into text and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import open_package
from octavo.word.assembly import assemble
from octavo.word.stories import prepare

if TYPE_CHECKING:
    from octavo.inputs import Input
    from octavo.ooxml import Package
    from octavo.word.program import Program


def compile_template(given: Input) -> Program:
    """Compile a Word template: a path, its bytes or an open file; no data is needed for it.

    Raises:
        PackageError: The file cannot be read, is no Word file, or not a safe one.
        TemplateError: Its tags have faults; carries all of them.
    """
    return compile_package(open_package(given))


def compile_package(package: Package) -> Program:
    """Compile a template that was read already.

    Raises:
        TemplateError: Its tags have faults; carries all of them.
    """
    return assemble(prepare(package))
