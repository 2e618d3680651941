"""What fields show is no content: Word makes it anew, from elsewhere in the file.

Tags in it were left there by an earlier update and are taken out. What a field shows of a property
or a bookmark is known from the template and put in its place; of what is not known, such as a table
of contents, Word is told to make it anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from octavo.expressions import Fault, scan
from octavo.finding import Level
from octavo.ooxml import WordField, fields_in, qn, remove
from octavo.word.draft import TAG_MARKS, Draft
from octavo.word.elements import FIELD_CHARACTER, PARAGRAPH, SIMPLE_FIELD, TEXT, around
from octavo.word.streams import Nature, Stream

RULE: Final = "field-stale"
_GATHERED: Final = frozenset({"TOC", "INDEX", "TOA", "BIBLIOGRAPHY"})
_POINTING: Final = frozenset({"REF", "PAGEREF", "NOTEREF", "STYLEREF", "SEQ", "=", "IF"})
_PROPERTIES: Final = {
    "TITLE": "title",
    "SUBJECT": "subject",
    "KEYWORDS": "keywords",
    "COMMENTS": "description",
    "AUTHOR": "creator",
}
_PRINTING: Final = frozenset({*_PROPERTIES, "DOCPROPERTY", "DOCVARIABLE", "INFO"})
_COUNTED: Final = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "DATE", "TIME", "FILENAME", "FILESIZE"}
    | {"CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "NUMWORDS", "NUMCHARS", "REVNUM"}
)
_MADE: Final = _GATHERED | _POINTING | _PRINTING
"""Fields whose text Word makes; what others show, such as a link, somebody has typed."""
_CHANGING: Final = re.compile(r"\\[*#@]\s*(?!MERGEFORMAT|CHARFORMAT)\S", re.IGNORECASE)
_LOOP: Final = re.compile(r"\{%[-+]?\s*(?:(?:p|tr|tc|r)\s)?\s*(for|endfor|macro|endmacro)\b")


def settle_fields(story: Draft, properties: Mapping[str, str]) -> bool:
    """Put right what the fields of a story show; say whether Word has to make some of it anew.

    ``properties`` are the texts of the file's properties by name, in lower case, tags and all.
    """
    every = [one for one in fields_in(story.root) if one.is_closed]
    _unlink(story.root, [one for one in every if one.name == "HYPERLINK"])
    _note_merge_fields(story, every)
    # Word makes what these show; a block that cuts one in two is told elsewhere
    found = [
        one for one in every if one.name in _MADE or (one.name in _COUNTED and "{%" not in one.text)
    ]
    if not found:
        return False
    inside = {text for one in found for text in one.texts}
    outside = "".join(one.text or "" for one in story.root.iter(TEXT) if one not in inside)
    has_tags = any(mark in outside for mark in TAG_MARKS)
    depths = _depths(story.root)
    bookmarks = _bookmarks(story.root, depths)
    looped = _names(story.root) - bookmarks.keys()
    stale: list[WordField] = []
    for one in found:
        known = _known(one, properties, bookmarks)
        if known is not None and one.texts:
            _show(one, known)
        elif _is_stale(one, depths, has_tags=has_tags) or (
            one.name == "REF" and _argument(one) in looped  # there are as many as the data says
        ):
            stale.append(one)
        if known is None and one.texts:
            _take_out_tags(one)
    for one in stale:
        one.begin.set(qn("w:dirty"), "true")
    if stale:
        _note(story, stale)
    return bool(stale)


def _unlink(root: etree._Element, links: list[WordField]) -> None:
    """Take out links in the midst of a tag: Word makes one of whatever looks like an address."""
    within: set[etree._Element] = set()
    before, is_open = "", False
    for element in root.iter(PARAGRAPH, TEXT, FIELD_CHARACTER) if links else ():
        if element.tag == PARAGRAPH:
            before, is_open = "", False
        elif element.tag == TEXT:
            before = before[-1:] + (element.text or "")
            opened, closed = (max(map(before.rfind, ends)) for ends in (("{{", "{%"), ("}}", "%}")))
            is_open = opened > closed or (is_open and closed < 0)
        elif is_open:
            within.add(element)
    for link in links:
        if all(mark in within for mark in link.marks if mark.tag == FIELD_CHARACTER):
            remove(*link.marks)


def _argument(one: WordField) -> str:
    """The first argument of a field: of a property or a bookmark its name."""
    words = re.findall(r'"([^"]*)"|(\S+)', one.code)
    return "".join(words[1]) if len(words) > 1 else ""


def _show(one: WordField, text: str) -> None:
    """Let a field show another text, in the look of the first."""
    first, *rest = one.texts
    first.text = text
    first.set(qn("xml:space"), "preserve")
    for each in rest:
        each.text = ""


def _depths(root: etree._Element) -> dict[etree._Element, int]:
    """In how many loops each paragraph stands, as its tags say."""
    depths: dict[etree._Element, int] = {}
    depth = 0
    for paragraph in root.iter(PARAGRAPH):
        text = "".join(one.text or "" for one in paragraph.iter(TEXT))
        words = _LOOP.findall(text) if "{%" in text else []
        opened = sum(not word.startswith("end") for word in words)
        depths[paragraph] = depth + opened
        depth += 2 * opened - len(words)
    return depths


def _known(
    one: WordField, properties: Mapping[str, str], bookmarks: Mapping[str, etree._Element]
) -> str | None:
    """What a field shows once it is made anew; None where that is not known."""
    if _CHANGING.search(one.code):
        return None
    if one.name in _PROPERTIES:
        return properties.get(_PROPERTIES[one.name])
    if one.name in {"DOCPROPERTY", "INFO"}:
        name = _argument(one).lower()
        return properties.get({"comments": "description", "author": "creator"}.get(name, name))
    if one.name == "REF" and not re.search(r"\\[nrwpf]\b", one.code):
        start = bookmarks.get(_argument(one))
        return None if start is None else _bookmarked(start)
    return None


def _bookmarks(
    root: etree._Element, depths: Mapping[etree._Element, int]
) -> dict[str, etree._Element]:
    """Where each bookmark begins, of those that are outside of loops."""
    found: dict[str, etree._Element] = {}
    for start in root.iter(qn("w:bookmarkStart")):
        paragraph = around(start, PARAGRAPH)
        if paragraph is not None and not depths.get(paragraph):
            found.setdefault(start.get(qn("w:name")) or "", start)
    return found


def _names(root: etree._Element) -> set[str]:
    return {one.get(qn("w:name")) or "" for one in root.iter(qn("w:bookmarkStart"))}


def _bookmarked(start: etree._Element) -> str | None:
    """The text of a bookmark within one paragraph, without fields."""
    texts: list[str] = []
    for element in start.itersiblings():
        is_end = element.tag == qn("w:bookmarkEnd")
        if is_end and element.get(qn("w:id")) == start.get(qn("w:id")):
            return "".join(texts)
        if next(element.iter(FIELD_CHARACTER, SIMPLE_FIELD), None) is not None:
            return None
        texts += (one.text or "" for one in element.iter(TEXT))
    return None


def _is_stale(one: WordField, depths: Mapping[etree._Element, int], *, has_tags: bool) -> bool:
    """Whether what a field shows may not be true of what is made from the template."""
    if any(mark in one.text for mark in TAG_MARKS):
        return True
    if one.name in _GATHERED:
        return has_tags
    paragraph = around(one.begin, PARAGRAPH)
    return one.name in _POINTING and bool(paragraph is not None and depths.get(paragraph))


def _take_out_tags(one: WordField) -> None:
    """Take the characters of tags out of what a field shows."""
    by_paragraph: dict[etree._Element | None, Stream] = {}
    for text in one.texts:
        stream = by_paragraph.setdefault(around(text, PARAGRAPH), Stream(Nature.TEXT))
        stream.add(text, text.text or "")
    for stream in by_paragraph.values():
        found = scan(stream.text)
        spans = [(tag.start, tag.end) for tag in found.tags]
        spans += [(broken.start, broken.start + len(broken.source)) for broken in found.misread]
        stream.edit([(start, end, "") for start, end in sorted(spans)])


def _note_merge_fields(story: Draft, found: Iterable[WordField]) -> None:
    """Note fields of a mail merge, which nobody fills; those whose text holds a tag are filled."""
    names: dict[str, WordField] = {}
    for one in found:
        if one.name == "MERGEFIELD" and not any(mark in one.text for mark in TAG_MARKS):
            names.setdefault(_argument(one), one)
    for name, one in names.items():
        mark = story.register.add(
            story.place_of(around(one.begin, PARAGRAPH)), f"MERGEFIELD {name}"
        )
        written = "_".join(re.findall(r"\w+", name))
        hint = f"write “{{{{ {written} }}}}” in its place"
        fault = Fault(RULE, "the field of a mail merge stays as it is", hint)
        story.register.refuse(mark, fault, level=Level.NOTE)


def _note(story: Draft, stale: list[WordField]) -> None:
    names = ", ".join(dict.fromkeys(one.name for one in stale))
    mark = story.register.add(story.place_of(around(stale[0].begin, PARAGRAPH)), names)
    message = "what the field shows is not known until Word updates it"
    hint = "open the finished file in Word and let it update the fields, or press F9 there"
    story.register.refuse(mark, Fault(RULE, message, hint), level=Level.NOTE)
