"""All stories of a template, read, cleaned, with their tags placed, and what they hold in vain.

In vain are references that lead nowhere, and tags of other engines.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from octavo.errors import TemplateError
from octavo.expressions import SYNTAX, Fault, OnMissing, Sandbox, unknown_calls
from octavo.finding import Finding, Level
from octavo.ooxml import (
    CUSTOM_PROPERTIES,
    NAMESPACES,
    STRUCTURE_INVALID,
    Package,
    Relationship,
    as_document,
    places_of,
    qn,
    scrub,
    update_fields,
)
from octavo.word.attributes import (
    place_addresses,
    place_attributes,
    place_in_drawing,
    place_in_elements,
)
from octavo.word.boxes import copy_boxes
from octavo.word.clean import clean, drop_remarks, join_paragraphs
from octavo.word.controls import settle_controls, tagged_controls
from octavo.word.draft import TAG_MARKS, Draft, draft
from octavo.word.elements import ID, PARAGRAPH, around, whole_text
from octavo.word.grid import keep_grids
from octavo.word.guards import guard
from octavo.word.labels import settle_labels
from octavo.word.marks import EnoughError, Locator, Register, TagPlace
from octavo.word.notes import drop_comments
from octavo.word.parts import Parts, parts_of
from octavo.word.separate import keep_apart
from octavo.word.shown import settle_fields
from octavo.word.story import place_tags
from octavo.word.walk import check_fields

if TYPE_CHECKING:
    from octavo.word.including import Whole


_POINTERS: Final = etree.XPath("//@r:*", namespaces={"r": NAMESPACES["r"]})
_NAME: Final = r"[A-Za-z_][\w.]*"
_FOREIGN: Final = re.compile(
    rf"\$\{{(?P<dollar>{_NAME})\}}"
    rf"|\{{(?P<sign>[/^@%]?)(?P<brace>{_NAME})\}}"
    rf"|<<(?P<angle>{_NAME})>>"
)


def check_references(
    story: Draft, pointers: Collection[str], notes: Mapping[str, etree._Element]
) -> None:
    """Note each relationship and each note that a story refers to and that is not there.

    ``pointers`` are the ids of the part's relationships that lead somewhere, ``notes`` the parts of
    notes by kind.
    """
    for value in _POINTERS(story.root):
        holder = value.getparent()
        if holder is not None and value not in pointers and story.sigil not in value and value:
            _refuse(story, holder, f"the relationship “{value}” leads to no part of the file")
    for kind, root in notes.items():
        there = {one.get(ID) for one in root.iter(qn(f"w:{kind}"))}
        for reference in story.root.iter(qn(f"w:{kind}Reference")):
            if reference.get(ID) not in there:
                _refuse(story, reference, f"the {kind} “{reference.get(ID)}” does not exist")


def _refuse(story: Draft, element: etree._Element, message: str) -> None:
    paragraph = around(element, PARAGRAPH)
    name = etree.QName(element).localname
    mark = story.register.add(story.place_of(paragraph), name)
    hint = "open the template in Word and save it again"
    story.register.refuse(mark, Fault(STRUCTURE_INVALID, message, hint))


def note_foreign_tags(story: Draft) -> bool:
    """Note the first tag of another engine, with what is written here; whether there is one."""
    for paragraph in story.root.iter(PARAGRAPH):
        text = whole_text(paragraph)
        match = _FOREIGN.search(text) if "{" in text or "<<" in text else None
        if match is not None:
            mark = story.register.add(story.place_of(paragraph), match[0])
            fault = Fault(SYNTAX, "this is not a tag here, and the template has none", _hint(match))
            story.register.refuse(mark, fault, level=Level.NOTE)
            return True
    return False


def _hint(match: re.Match[str]) -> str:
    name = match["dollar"] or match["brace"] or match["angle"]
    match match["sign"]:
        case "^":
            return f"write “{{% if not {name} %}}”"
        case "/":
            return "write “{% endfor %}” or “{% endif %}”"
        case _:
            return f"write “{{{{ {name} }}}}”"


MISSING: Final = "octavo.missing"
"""The custom property by which a template says what becomes of names that the data lacks."""
_CORE_STORE: Final = "{6c3c8bc8-f283-45ae-878a-bab7291924a1}"
"""How controls name the core properties as a store."""
_BRACE: Final = (b"{",)
_TAGS: Final = tuple(mark.encode() for mark in TAG_MARKS)


class Stories(Struct, frozen=True):
    """A template whose tags are placed.

    Attributes:
        package: The file, with those it takes in.
        origins: The files it takes in, as they were read.
        parts: Its parts by what they are for.
        register: The marks and faults.
        texts: Body, headers and footers.
        notes: The parts of footnotes, endnotes and comments, by kind.
        others: Charts, diagrams, core properties, stores of controls.
        warnings: What was left out of the template.
        dropped: Parts that do not travel.
        missing: What becomes of missing names, where the template says so by a property.
    """

    package: Package
    origins: tuple[Package, ...]
    parts: Parts
    register: Register
    texts: tuple[Draft, ...]
    notes: Mapping[str, Draft]
    others: tuple[Draft, ...]
    warnings: tuple[Finding, ...]
    dropped: frozenset[str]
    missing: OnMissing | None

    @property
    def written(self) -> tuple[Draft, ...]:
        """The stories of text: of body, headers and footers, and of notes."""
        return (*self.texts, *self.notes.values())

    @property
    def all(self) -> tuple[Draft, ...]:
        """Every story."""
        return (*self.written, *self.others)


def prepare(whole: Whole, sandbox: Sandbox) -> Stories:
    """Read the stories of a template and place their tags.

    Raises:
        TemplateError: Its tags have faults; carries all of them.
    """
    scrubbed = scrub(as_document(whole.package), lambda text: "{" in text)
    register = Register(sandbox, not_taken=whole.refused)
    missing = _missing(whole.package, register)
    parts = parts_of(scrubbed.package)
    try:
        texts, notes, others = _place(scrubbed.package, parts, register)
        for mark, fault in unknown_calls(register.calling, sandbox):
            register.refuse(mark, fault)
        if not (register.tags or register.errors):
            any(map(note_foreign_tags, texts))
        is_complete = not register.errors
    except EnoughError:
        texts, notes, others, is_complete = [], {}, [], False
    findings = Locator(scrubbed.package, register.marks, whole.origins).findings(register.flaws)
    if not is_complete:
        raise TemplateError(findings)
    written = [*texts, *notes.values()]
    comments = parts.notes.get("comment", "")
    left = [_comments_left(scrubbed.package, one.part) for one in written if one.is_uncommented]
    is_stale = any(one.is_stale for one in written)
    return Stories(
        package=update_fields(scrubbed.package) if is_stale else scrubbed.package,
        origins=whole.origins,
        parts=parts,
        register=register,
        texts=tuple(texts),
        notes=notes,
        others=tuple(others),
        warnings=(*findings, *whole.package.notes, *scrubbed.findings, *left),
        dropped=frozenset({comments} - {"", *(one.part for one in notes.values())}),
        missing=missing,
    )


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


def _properties(package: Package, parts: Parts) -> dict[str, str]:
    """The texts of core and custom properties by name, in lower case."""
    found = {}
    for part in parts.described:
        for one in package.parts[part].root.iterchildren(etree.Element):
            name = one.get("name") or etree.QName(one).localname
            found[name.lower()] = "".join(map(str, one.itertext()))
    return found


def _place(
    package: Package, parts: Parts, register: Register
) -> tuple[list[Draft], dict[str, Draft], list[Draft]]:
    """The stories of text, of notes by kind, and of other parts, with their tags placed.

    Raises:
        EnoughError: More is wrong than it helps to know.
    """
    comments = _tagged_comments(package, parts)
    stores = _held(package, register, parts.custom, _TAGS)
    core = _held(package, register, parts.described, _BRACE)
    for story in (*stores, *core):
        place_in_elements(story)
    for story in stores:
        place_attributes(story)
    filled = {package.store_id(one.part) for one in stores}
    filled |= {_CORE_STORE for one in core if one.part == parts.core}
    known = _properties(package, parts)

    def text(part: str) -> Draft:
        story = draft(package.parts[part], register)
        _place_text(story, package.relationships(part), known, (comments, filled))
        return story

    texts = [text(part) for part in parts.stories]
    noted = {kind: part for kind, part in parts.notes.items() if kind != "comment" or comments}
    notes = {kind: text(part) for kind, part in noted.items()}
    roots = {kind: story.root for kind, story in notes.items()}
    for story in texts:
        pointers = package.relationships(story.part)
        there = {one.id for one in pointers if one.external or one.target in package.parts}
        check_references(story, there, roots)
    drawn = _held(package, register, parts.drawn, _BRACE)
    for story in drawn:
        place_in_drawing(story)
    return texts, notes, [*stores, *core, *drawn]


def _held(
    package: Package, register: Register, names: Iterable[str], marks: Iterable[bytes]
) -> list[Draft]:
    """The stories of parts that hold one of the marks."""
    found = (package.parts[name] for name in names)
    return [draft(one, register) for one in found if any(mark in one.data for mark in marks)]


def _tagged_comments(package: Package, parts: Parts) -> set[str]:
    """The ids of the comments that hold tags; the others are notes between authors."""
    part = parts.notes.get("comment", "")
    comments = package.parts[part].root.iter(qn("w:comment")) if part else ()
    return {
        str(one.get(qn("w:id")))
        for one in comments
        if any(mark in "".join(map(str, one.itertext())) for mark in TAG_MARKS)
    }


def _place_text(
    story: Draft,
    pointers: Iterable[Relationship],
    known: Mapping[str, str],
    kept: tuple[set[str], set[str]],
) -> None:
    """Clean a story of text and place its tags; ``kept`` are comments, and filled stores."""
    comments, filled = kept
    clean(story.root)
    story.is_stale = settle_fields(story, known)
    story.is_uncommented = drop_comments(story.root, comments) > 0
    tagged = tagged_controls(story.root)
    drop_remarks(story.root)
    story.joins = join_paragraphs(story.root)
    copy_boxes(story)
    place_tags(story)
    check_fields(story)
    place_in_drawing(story)
    place_attributes(story)
    story.replaced = place_addresses(story, pointers)
    settle_controls(story, tagged, filled)
    settle_labels(story)
    keep_apart(story)
    guard(story)
    keep_grids(story)


def _comments_left(package: Package, part: str) -> Finding:
    place = places_of(package, package.parts[package.main].root).of_part(part)
    message = "the comments of the template are left out"
    hint = "a comment that holds a tag is kept"
    return Finding("metadata-removed", Level.NOTE, message, place, hint)
