"""Finding the tags of a story, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Final

from lxml import etree
from msgspec.structs import replace

from octavo.expressions import LIMIT, LIMITS, SYNTAX, Fault, Kind, Misread, Scan, Tag, scan
from octavo.ooxml import qns
from octavo.word.draft import TAG_MARKS, BlockScope, Draft, PlacedTag
from octavo.word.elements import FALLBACK, PARAGRAPH
from octavo.word.streams import OBJECT, Nature, Stream, streams

_ISLANDS: Final = qns("w:txbxContent w:footnote w:endnote w:comment w:docPartBody")
_START: Final = attrgetter("start")
_SHOWN: Final = 40
_BRACES: Final = frozenset("{}")
"""One of them is in every tag and in every escape."""


def gather(story: Draft) -> list[BlockScope]:
    """The scopes of a story with their tags; faults of tags are noted."""
    scopes: dict[etree._Element, BlockScope] = {}
    others: list[BlockScope] = []
    nested = next(story.root.iter(*_ISLANDS), None) is not None
    for paragraph in story.root.iter(PARAGRAPH):
        holder = _holder(paragraph, story.root) if nested else story.root
        if holder is None:
            continue
        scope = scopes.get(holder)
        if scope is None:
            scope = scopes[holder] = BlockScope()
        visible, *hidden = streams(paragraph)
        take(story, scope, visible, paragraph)
        others += gather_streams(story, hidden, paragraph)
    found = [*scopes.values(), *others]
    for scope in found:
        _check_raw(story, scope)
    return found


def gather_streams(
    story: Draft, hidden: Iterable[Stream], paragraph: etree._Element | None
) -> list[BlockScope]:
    """A scope for each stream that holds tags."""
    scopes = []
    for stream in hidden:
        scope = BlockScope()
        take(story, scope, stream, paragraph)
        if scope.tags:
            scopes.append(scope)
    return scopes


def take(story: Draft, scope: BlockScope, stream: Stream, paragraph: etree._Element | None) -> None:
    """Add the tags of a text to a scope."""
    text = stream.text
    visible = paragraph if stream.nature is Nature.TEXT else None
    if _BRACES.isdisjoint(text):
        if visible is not None:
            story.beside[visible] = text
        return
    if len(text) > LIMITS.line and any(mark in text for mark in TAG_MARKS):
        message = f"a paragraph with tags has more than {LIMITS.line:,} characters"
        _exceed(story, paragraph, text[:_SHOWN], message)
        return
    found = scan(text, raw=scope.raw is not None)
    if len(found.tags) > LIMITS.line_tags:
        message = f"a paragraph holds more than {LIMITS.line_tags:,} tags"
        _exceed(story, paragraph, found.tags[0].source, message)
        return
    if visible is not None:
        story.beside[visible] = found.beside
    _take_all(story, scope, found, (stream, paragraph))


def _exceed(story: Draft, paragraph: etree._Element | None, source: str, message: str) -> None:
    mark = story.register.add(story.place_of(paragraph), source)
    story.register.refuse(mark, Fault(LIMIT, message))


def _take_all(
    story: Draft, scope: BlockScope, found: Scan, where: tuple[Stream, etree._Element | None]
) -> None:
    everything: Iterable[Tag | Misread] = found.tags
    if found.misread:
        everything = sorted((*found.tags, *found.misread), key=_START)
    for one in everything:
        if isinstance(one, Misread):
            scope.marks.append(story.misread(_explained(one), where[1]))
        else:
            _take_tag(story, scope, one, where)


def _explained(broken: Misread) -> Misread:
    """A broken tag, and why: Jinja has no words for what is no text."""
    if OBJECT not in broken.fault.message:
        return broken
    hint = "type the tag again, without it"
    message = "a picture, a note, a field or a page break stands within the tag"
    return replace(broken, fault=Fault(SYNTAX, message, hint))


def _take_tag(
    story: Draft, scope: BlockScope, tag: Tag, where: tuple[Stream, etree._Element | None]
) -> None:
    stream, paragraph = where
    mark = story.take(tag, paragraph)
    scope.marks.append(mark)
    scope.tags.append(PlacedTag(tag, mark, stream, paragraph))
    if tag.kind is Kind.RAW:
        scope.raw = mark if tag.word == "raw" else None
    elif tag.prefix and stream.nature is not Nature.TEXT:
        message = f"“{tag.prefix}” has no meaning in {stream.nature.value}"
        story.register.refuse(mark, Fault(SYNTAX, message))


def _check_raw(story: Draft, scope: BlockScope) -> None:
    if scope.raw is not None:
        hint = "write “{% endraw %}” where it should end"
        fault = Fault(SYNTAX, "the raw block is never closed", hint)
        story.register.refuse(scope.raw, fault)


def _holder(paragraph: etree._Element, root: etree._Element) -> etree._Element | None:
    """What a paragraph's tags match within; None in the fallback of a text box."""
    found: etree._Element | None = None
    for ancestor in paragraph.iterancestors():
        if ancestor.tag == FALLBACK:
            return None
        if found is None and ancestor.tag in _ISLANDS:
            found = ancestor
    return root if found is None else found
