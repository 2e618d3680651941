"""All stories of a template, read, cleaned, and with their tags placed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct, field

from octavo.expressions import SYNTAX, Fault, OnMissing, unknown_calls
from octavo.finding import Finding, Level
from octavo.ooxml import CUSTOM_PROPERTIES, as_document, places_of, qn, scrub, update_fields
from octavo.word.attributes import place_addresses, place_attributes
from octavo.word.boxes import copy_boxes
from octavo.word.clean import clean
from octavo.word.controls import settle_controls, tagged_controls
from octavo.word.draft import TAG_MARKS, draft
from octavo.word.foreign import note_foreign_tags
from octavo.word.grid import keep_grids
from octavo.word.guards import guard
from octavo.word.joins import join_paragraphs
from octavo.word.labels import settle_labels
from octavo.word.marks import EnoughError, Register, TagPlace
from octavo.word.notes import drop_comments
from octavo.word.parts import parts_of
from octavo.word.properties import place_in_drawing, place_in_elements
from octavo.word.references import check_references
from octavo.word.remarks import drop_remarks
from octavo.word.separate import keep_apart
from octavo.word.shown import settle_fields
from octavo.word.story import place_tags
from octavo.word.walk import check_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from octavo.expressions import Sandbox
    from octavo.ooxml import Package
    from octavo.word.draft import Draft
    from octavo.word.including import Whole
    from octavo.word.parts import Parts

MISSING: Final = "octavo.missing"
"""The custom property by which a template says what becomes of names that the data lacks."""
_CORE_STORE: Final = "{6c3c8bc8-f283-45ae-878a-bab7291924a1}"
"""How controls name the core properties as a store."""
_BRACE: Final = b"{"


class Stories(Struct):
    """A template on its way to a program.

    Attributes:
        package: The file, with those it takes in.
        origins: The files it takes in, as they were read.
        parts: Its parts by what they are for.
        register: The marks and faults.
        texts: Body, headers and footers.
        notes: The parts of footnotes, endnotes and comments, by kind.
        others: Charts, diagrams, core properties, stores of controls.
        replaced: For each part the relationships that rendering replaces.
        warnings: What was left out of the template.
        dropped: Parts that do not travel.
        known: The texts of the file's properties by name, in lower case.
        missing: What becomes of missing names, where the template says so by a property.
        is_stale: Whether Word has to make anew what a field shows.
    """

    package: Package
    parts: Parts
    register: Register
    origins: tuple[Package, ...] = ()
    texts: list[Draft] = field(default_factory=list)
    notes: dict[str, Draft] = field(default_factory=dict)
    others: list[Draft] = field(default_factory=list)
    replaced: dict[str, set[str]] = field(default_factory=dict)
    warnings: list[Finding] = field(default_factory=list)
    dropped: set[str] = field(default_factory=set)
    known: dict[str, str] = field(default_factory=dict)
    missing: OnMissing | None = None
    is_stale: bool = False

    @property
    def all(self) -> Iterator[Draft]:
        """Every story."""
        yield from self.texts
        yield from self.notes.values()
        yield from self.others


def prepare(whole: Whole, sandbox: Sandbox) -> Stories:
    """Read the stories of a template and place their tags; faults are noted."""
    scrubbed = scrub(as_document(whole.package), _may_hold_tags)
    register = Register(sandbox, not_taken=whole.refused)
    parts = parts_of(scrubbed.package)
    stories = Stories(scrubbed.package, parts, register, tuple(whole.origins))
    stories.warnings += [*whole.package.notes, *scrubbed.findings]
    stories.missing = _missing(whole.package, register)
    stories.known = _properties(stories)
    with suppress(EnoughError):
        _place(stories)
        for mark, fault in unknown_calls(stories.register.calling, sandbox):
            stories.register.refuse(mark, fault)
        if not (stories.register.tags or stories.register.errors):
            any(map(note_foreign_tags, stories.texts))
    if stories.is_stale:
        stories.package = update_fields(stories.package)
    return stories


def _missing(package: Package, register: Register) -> OnMissing | None:
    """What the custom property of the name says of missing names; another word is a fault."""
    for part in package.related("", CUSTOM_PROPERTIES):
        for one in package.parts[part].root.iterchildren(etree.Element):
            if one.get("name") != MISSING:
                continue
            word = "".join(map(str, one.itertext())).strip().lower()
            if word in set(OnMissing):
                return OnMissing(word)
            message = f"the property says “{word}”, which is not a way to treat missing names"
            hint = f"write {', '.join(OnMissing)} there"
            mark = register.add(TagPlace(part), MISSING)
            register.refuse(mark, Fault(SYNTAX, message, hint))
    return None


def _properties(stories: Stories) -> dict[str, str]:
    """The texts of core and custom properties by name, in lower case."""
    parts, found = stories.parts, {}
    for part in (*((parts.core,) if parts.core else ()), *parts.properties):
        for one in stories.package.parts[part].root.iterchildren(etree.Element):
            name = one.get("name") or etree.QName(one).localname
            found[name.lower()] = "".join(map(str, one.itertext()))
    return found


def _place(stories: Stories) -> None:
    comments = _tagged_comments(stories)
    filled = _place_stores(stories)
    _place_core(stories)
    if any(story.part == stories.parts.core for story in stories.others):
        filled.add(_CORE_STORE)
    for part in stories.parts.stories:
        stories.texts.append(_place_text(stories, part, comments, filled))
    for kind, part in stories.parts.notes.items():
        if kind != "comment" or comments:
            stories.notes[kind] = _place_text(stories, part, comments, filled)
    roots = {kind: story.root for kind, story in stories.notes.items()}
    for story in stories.texts:
        pointers = stories.package.relationships(story.part)
        there = {one.id for one in pointers if one.external or one.target in stories.package.parts}
        check_references(story, there, roots)
    for part in stories.parts.drawn:
        found = stories.package.parts[part]
        if _BRACE in found.data:
            story = draft(found, stories.register)
            place_in_drawing(story)
            stories.others.append(story)


def _may_hold_tags(text: str) -> bool:
    return "{" in text


def _tagged_comments(stories: Stories) -> set[str]:
    """The ids of the comments that hold tags; the others are notes between authors."""
    part = stories.parts.notes.get("comment", "")
    if not part:
        return set()
    root = stories.package.parts[part].root
    tagged = {
        str(one.get(qn("w:id")))
        for one in root.iter(qn("w:comment"))
        if any(mark in "".join(one.itertext()) for mark in TAG_MARKS)
    }
    if not tagged:
        stories.dropped.add(part)
    return tagged


def _place_text(stories: Stories, part: str, comments: set[str], filled: set[str]) -> Draft:
    story = draft(stories.package.parts[part], stories.register)
    clean(story.root)
    stories.is_stale |= settle_fields(story, stories.known)
    if drop_comments(story.root, comments):
        stories.warnings.append(_comments_left(stories, part))
    tagged = tagged_controls(story.root)
    drop_remarks(story.root)
    story.joins = join_paragraphs(story.root)
    copy_boxes(story)
    place_tags(story)
    check_fields(story)
    place_in_drawing(story)
    place_attributes(story)
    pointers = stories.package.relationships(part)
    stories.replaced[part] = place_addresses(story, pointers)
    settle_controls(story, tagged, filled)
    settle_labels(story)
    keep_apart(story)
    guard(story)
    keep_grids(story)
    return story


def _place_core(stories: Stories) -> None:
    cores = (stories.parts.core,) if stories.parts.core else ()
    for part in (*cores, *stories.parts.properties):
        found = stories.package.parts[part]
        if _BRACE in found.data:
            story = draft(found, stories.register)
            place_in_elements(story)
            stories.others.append(story)


def _place_stores(stories: Stories) -> set[str]:
    """Fill the stores of controls that hold tags; return how controls name these."""
    filled: set[str] = set()
    for part in stories.parts.custom:
        found = stories.package.parts[part]
        if any(mark.encode() in found.data for mark in TAG_MARKS):
            story = draft(found, stories.register)
            place_in_elements(story)
            place_attributes(story)
            stories.others.append(story)
            filled.add(_store_name(stories.package, part))
    return filled


def _store_name(package: Package, part: str) -> str:
    names = (
        package.parts[pointer.target].root.get(qn("ds:itemID"), "")
        for pointer in package.relationships(part)
        if pointer.type.endswith("/customXmlProps") and pointer.target in package.parts
    )
    return next(names, "").lower()


def _comments_left(stories: Stories, part: str) -> Finding:
    main = stories.package.parts[stories.parts.main].root
    place = places_of(stories.package, main).of_part(part)
    message = "the comments of the template are left out"
    hint = "a comment that holds a tag is kept"
    return Finding("metadata-removed", Level.NOTE, message, place, hint)
