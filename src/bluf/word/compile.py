"""From a Word file to a program: read, clean, place the tags, split into text and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.expressions import Code
from bluf.finding import Level
from bluf.ooxml import parse_xml, read_package
from bluf.ooxml.names import FOOTER, HEADER
from bluf.word.chunks import DECLARATION, chunks
from bluf.word.clean import clean
from bluf.word.draft import draft
from bluf.word.errors import TemplateError
from bluf.word.marks import Locator, Register
from bluf.word.program import Program
from bluf.word.story import items, place_tags

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.expressions import Item
    from bluf.ooxml import Package
    from bluf.word.draft import Draft
    from bluf.word.slots import Slot


def compile_template(path: Path) -> Program:
    """Compile a Word template; no data is needed for it.

    Raises:
        OSError: The file cannot be read.
        PackageError: The file is no Word file, or not a safe one.
        TemplateError: Its tags have faults; carries all of them.
    """
    return compile_package(read_package(path.read_bytes(), str(path)))


def compile_package(package: Package) -> Program:
    """Compile a template that was read already.

    Raises:
        TemplateError: Its tags have faults; carries all of them.
    """
    return _Compiler(package).compile()


class _Compiler:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.register = Register()
        self.drafts: list[Draft] = []

    def compile(self) -> Program:
        for part in self._stories():
            self._draft(part)
        locator = Locator(self.package, tuple(self.register.marks))
        findings = locator.findings(self.register.flaws)
        if any(finding.level is Level.ERROR for finding in findings):
            raise TemplateError(findings)
        codes: dict[str, Code] = {}
        slots: dict[int, Slot] = {}
        for story in self.drafts:
            codes[story.part] = Code(self._items(story))
            slots |= story.slots
        return Program(findings, self.package, codes, slots, locator, {}, frozenset())

    def _stories(self) -> list[str]:
        package = self.package
        kinds = (HEADER, FOOTER)
        related = [name for kind in kinds for name in package.related(package.main, kind)]
        return list(dict.fromkeys([package.main, *related]))

    def _draft(self, part: str) -> None:
        root = parse_xml(self.package.parts[part].data)
        story = draft(part, root, self.register)
        list(clean(root))
        place_tags(story)
        self.drafts.append(story)

    def _items(self, story: Draft) -> list[Item]:
        return [DECLARATION, *items(story, chunks(story))]
