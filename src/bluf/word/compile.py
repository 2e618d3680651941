"""From a Word file to a program: read, clean, place the tags, split into text and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.ooxml import open_package
from bluf.word.assembly import assemble
from bluf.word.stories import prepare

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.ooxml import Package
    from bluf.word.program import Program


def compile_template(path: Path) -> Program:
    """Compile a Word template; no data is needed for it.

    Raises:
        PackageError: The file cannot be read, is no Word file, or not a safe one.
        TemplateError: Its tags have faults; carries all of them.
    """
    return compile_package(open_package(path))


def compile_package(package: Package) -> Program:
    """Compile a template that was read already.

    Raises:
        TemplateError: Its tags have faults; carries all of them.
    """
    return assemble(prepare(package))
