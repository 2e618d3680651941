"""From a Word file to a program: read, clean, place the tags, cut into text and steps."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Final

from lxml import etree

from octavo.expressions import SANDBOX, Code, Item, Own, Sandbox, TemplateFolder
from octavo.inputs import Input, name_of
from octavo.ooxml import (
    Package,
    edited,
    qn,
    read_file,
    read_package,
    read_styles,
    relationships_name,
)
from octavo.word.alone import frame_values
from octavo.word.draft import DECLARATION, Draft, chunks
from octavo.word.ids import make_unique
from octavo.word.including import take_in
from octavo.word.lists import read_lists, split_numbering
from octavo.word.marks import Locator
from octavo.word.notes import refer, split_notes
from octavo.word.numbering import restart_lists
from octavo.word.parts import left_behind
from octavo.word.program import Program, without
from octavo.word.rendering import NotePart, Scaffold
from octavo.word.runs import EMU_A_TWIP, RunSlot
from octavo.word.shape import Shapes
from octavo.word.slots import TextSlot
from octavo.word.stories import Stories, prepare

_REMEMBERED: Final = 8
_MOST_BYTES: Final = 1_000_000
"""Templates that are remembered, and how large each may be."""


def compile_template(
    given: Input, own: Own | None = None, folder: Path | None = None, allow: Collection[str] = ()
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


_SIDES: Final = ("left", "right", "gutter")
_PLAIN: Final = (RunSlot, TextSlot)
"""Slots that write a text without special characters as it is."""


def assemble(stories: Stories) -> Program:
    """The program of a template."""
    last = make_unique(stories.texts, stories.notes.values())
    for story in stories.all:
        frame_values(story)
    gone, dropped = _gone(stories)
    frame = _frame(stories, last, gone)
    printed = (*stories.texts, *stories.others)
    codes = {story.part: Code(_items(story, frame.notes)) for story in printed}
    package = stories.package.without_trees()
    slots = {mark: slot for story in stories.all for mark, slot in story.slots.items()}
    return Program(
        warnings=stories.warnings,
        package=_settled(package, frame, dropped),
        missing=stories.missing,
        sandbox=stories.register.sandbox,
        codes=codes,
        slots=slots,
        plain=frozenset(mark for mark, slot in slots.items() if isinstance(slot, _PLAIN)),
        keepers={mark: keeper for story in stories.all for mark, keeper in story.keepers.items()},
        locator=Locator(package, tuple(stories.register.marks), stories.origins),
        scaffold=frame,
        shapes=_shapes(codes, frame),
    )


def _settled(package: Package, frame: Scaffold, dropped: set[str]) -> Package:
    """The file without what does not travel, so that no rendering has to leave it out."""
    begun = {relationships_name(part): text for part, text in frame.relationships.items()}
    changed = {name: text.encode() for name, text in begun.items() if name in package.parts}
    return edited(package, changed, removed=dropped)


def _shapes(codes: dict[str, Code], frame: Scaffold) -> dict[str, Shapes]:
    """The structural check of each part that rendering makes."""
    shapes = {part: Shapes(code.texts) for part, code in codes.items()}
    shapes |= {part.name: Shapes({part.head, part.tail}) for part in frame.notes.values()}
    if frame.numbering is not None:
        name, pieces = frame.numbering
        shapes[name] = Shapes({DECLARATION, *pieces})
    return shapes


def _items(story: Draft, notes: dict[str, NotePart]) -> list[Item]:
    refer(story, notes)
    return [DECLARATION, *story.items(chunks(story))]


def _frame(stories: Stories, last: int, gone: dict[str, set[str]]) -> Scaffold:
    """What of the file is settled before any data."""
    package, parts = stories.package, stories.parts
    numbering = package.parts[parts.numbering].root if parts.numbering else None
    styles = package.parts[parts.styles].root if parts.styles else None
    lists = read_lists(numbering, styles)
    for story in stories.written:
        restart_lists(story, lists)
    notes = {kind: split_notes(story, kind) for kind, story in stories.notes.items()}
    return Scaffold(
        relationships={part: without(_pointers(package, part), ids) for part, ids in gone.items()},
        pointer_ids={
            part: frozenset(one.id for one in package.relationships(part)) - ids
            for part, ids in gone.items()
        },
        notes=notes,
        lists=lists,
        numbering=None if numbering is None else (parts.numbering, split_numbering(numbering)),
        last=last,
        link_style=_link_style(styles),
        stem=_stem(package),
        room=_room(package.parts[parts.main].root),
    )


def _gone(stories: Stories) -> tuple[dict[str, set[str]], set[str]]:
    """For each part the relationships that do not stay, and the parts that are dropped."""
    package = stories.package
    gone = {story.part: set(story.replaced) for story in stories.written}
    dropped = set(stories.dropped)
    for source, pointer in left_behind(package):
        gone.setdefault(source, set()).add(pointer.id)
        dropped.add(pointer.target)
    for source, pointers in package.all_relationships():
        ids = {one.id for one in pointers if not one.external and one.target in dropped}
        gone.setdefault(source, set()).update(ids)
    return {source: ids for source, ids in gone.items() if source not in dropped}, dropped


def _link_style(styles: etree._Element | None) -> str:
    """The id of the style that Word knows as that of links, in whatever language it shows it."""
    sheet = read_styles(styles)
    return next((style for style in sheet.by_id if sheet.name(style).lower() == "hyperlink"), "")


def _room(main: etree._Element) -> int:
    """The width of the text of the narrowest section, in English metric units."""
    widths = []
    for section in main.iter(qn("w:sectPr")):
        size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        sides = [] if margins is None else [margins.get(qn(f"w:{side}")) for side in _SIDES]
        width = None if size is None else size.get(qn("w:w"))
        if width and width.isdecimal():
            taken = sum(int(side) for side in sides if side and side.isdecimal())
            widths.append((int(width) - taken) * EMU_A_TWIP)
    return max(min(widths, default=0), 0)


def _stem(package: Package) -> str:
    """What no id of a relationship and no name of a picture begins with."""
    taken = [one.id for _, pointers in package.all_relationships() for one in pointers]
    taken += [name.rpartition("/")[2] for name in package.parts]
    stems = (f"b{number}r" for number in count())
    return next(stem for stem in stems if not any(name.startswith(stem) for name in taken))


def _pointers(package: Package, source: str) -> etree._Element | None:
    part = package.parts.get(relationships_name(source))
    return None if part is None else part.root
