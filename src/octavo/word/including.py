"""Other Word files that a template takes in, set where their tags stand before tags are placed.

``{% include "clause.docx" %}`` stands for the blocks of that file, ``{% from "macros.docx" import
signed %}`` for the paragraphs in which it defines a macro. What they hold is compiled as if it had
been typed there; each paragraph remembers the file it comes from, for messages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct, field

from octavo.expressions import (
    SYNTAX,
    Fault,
    Included,
    Kind,
    Tag,
    TagError,
    TemplateFolder,
    included,
    scan,
)
from octavo.inputs import Content
from octavo.ooxml import DEFAULT_LIMITS, qn, qns, read_package, replace
from octavo.suggest import did_you_mean
from octavo.word.draft import ORIGIN
from octavo.word.elements import PARAGRAPH, empty, whole_text
from octavo.word.lift import BLANK
from octavo.word.parts import parts_of
from octavo.word.streams import streams

if TYPE_CHECKING:
    from octavo.ooxml import Merge, Package

_ENDINGS: Final = frozenset({".docx", ".dotx"})
_WORDS: Final = ("include", "import")
_HOLDERS: Final = frozenset(
    qns("w:body w:tc w:hdr w:ftr w:txbxContent w:sdtContent w:footnote w:endnote")
)
"""What may hold the blocks of another file."""


class Whole(Struct, frozen=True):
    """A template with all the files it takes in.

    Attributes:
        package: The file, with their blocks.
        origins: The files they come from, as they were read.
        refused: Why a tag takes nothing in, by the tag as it was typed.
    """

    package: Package
    origins: tuple[Package, ...]
    refused: Mapping[str, tuple[Fault, ...]]


def may_take_in(package: Package) -> bool:
    """Whether a template may take other files in; False only where it surely takes none."""
    return bool(_may_ask(package))


def _may_ask(package: Package) -> list[str]:
    """The parts that may hold a tag that takes a file in."""
    parts = parts_of(package)
    stories = (*parts.stories, *parts.notes.values())
    texts = {part: whole_text(package.parts[part].root) for part in stories}
    return [part for part, text in texts.items() if any(word in text for word in _WORDS)]


def take_in(package: Package, shelf: TemplateFolder) -> Whole:
    """Set the files that a template takes in where its tags say; what cannot be is noted.

    Raises:
        PackageError: One of the files is no Word file, or not a safe one.
    """
    taking = _Taking(shelf)
    filled = taking.filled(package, ())
    return Whole(filled, tuple(taking.origins), taking.refused)


class _Taking(Struct):
    """What is known of the files that one template takes in; ``traced`` says which they are."""

    shelf: TemplateFolder
    origins: list[Package] = field(default_factory=list)
    traced: dict[str, Package] = field(default_factory=dict)
    refused: dict[str, tuple[Fault, ...]] = field(default_factory=dict)

    def filled(self, package: Package, around: tuple[str, ...]) -> Package:
        """A file with the blocks of those that it takes in; ``around`` are those that take it."""
        asking = _may_ask(package)
        if not asking:
            return package
        from octavo.ooxml import Merge  # few templates take others in

        merge = Merge(package)
        has_changed = False
        for part in asking:
            for paragraph, tag in list(_asking(merge.tree(part))):
                try:
                    blocks = self._blocks(included(tag), (merge, part), around)
                except TagError as error:
                    self.refused[tag.source] = error.faults
                    continue
                has_changed = True
                _replace(paragraph, blocks)
        return merge.result() if has_changed else package

    def _blocks(
        self, asked: Included, where: tuple[Merge, str], around: tuple[str, ...]
    ) -> list[etree._Element]:
        """The blocks that a tag stands for.

        Raises:
            TagError: The file cannot be taken in.
        """
        merge, part = where
        content = self.shelf.read(asked, around, _ENDINGS, DEFAULT_LIMITS.file_size)
        if content is None:
            return []
        traced = self._traced(content)
        root = traced.parts[traced.main].root
        self.shelf.spend(sum(1 for _ in root.iter(PARAGRAPH)))
        blocks = merge.take(self.filled(traced, (*around, asked.name)), part)
        return blocks if asked.macros is None else _defining(asked, blocks)

    def _traced(self, content: Content) -> Package:
        """A file whose paragraphs say that they are of it, and which; each is read once."""
        found = self.traced.get(content.name)
        if found is None:
            package = read_package(content.data, content.name)
            found = self.traced[content.name] = _with_origins(package, len(self.origins))
            self.origins.append(package)
        return found


def _asking(root: etree._Element) -> Iterator[tuple[etree._Element, Tag]]:
    """The paragraphs that hold nothing but a tag that takes a file in."""
    for paragraph in root.iter(PARAGRAPH):
        parent = paragraph.getparent()
        text = streams(paragraph)[0].text
        if "{%" not in text or parent is None or parent.tag not in _HOLDERS:
            continue
        found = scan(text)
        tags = [tag for tag in found.tags if tag.kind is not Kind.COMMENT]
        is_alone = not found.misread and not found.beside.strip(BLANK)
        if is_alone and len(tags) == 1 and tags[0].kind is Kind.INCLUDE:
            yield paragraph, tags[0]


def _with_origins(package: Package, number: int) -> Package:
    parts = parts_of(package)
    changed = {}
    for part in (parts.main, *parts.notes.values()):
        root = changed[part] = deepcopy(package.parts[part].root)
        for at, paragraph in enumerate(root.iter(PARAGRAPH)):
            paragraph.set(ORIGIN, f"{number} {at} {part}")
    return package.with_trees(changed)


def _replace(paragraph: etree._Element, blocks: list[etree._Element]) -> None:
    """Set blocks in the place of a paragraph; a section break of its own stays."""
    if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
        empty(paragraph)
        blocks = [*blocks, paragraph]
    replace(paragraph, blocks)


def _defining(asked: Included, blocks: list[etree._Element]) -> list[etree._Element]:
    """The blocks between the ends of the macros that are asked for.

    Raises:
        TagError: The file does not define one of them.
    """
    found: dict[str, list[etree._Element]] = {}
    name = ""
    for block in blocks:
        tags = scan(streams(block)[0].text).tags if block.tag == PARAGRAPH else ()
        for tag in tags:
            if tag.word == "macro" and not name:
                name = tag.body.removeprefix("macro").partition("(")[0].strip()
                found[name] = []
        if name:
            found[name].append(block)
        if any(tag.word == "endmacro" for tag in tags):
            name = ""
    for wanted in asked.macros or ():
        if wanted not in found:
            message = f"“{asked.name}” defines no macro “{wanted}”"
            raise TagError(Fault(SYNTAX, message, did_you_mean(wanted, found)))
    return [block for wanted in asked.macros or () for block in found[wanted]]
