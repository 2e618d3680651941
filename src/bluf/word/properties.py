"""Core properties and settings: what the template says of itself does not travel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from bluf.ooxml import parse_xml, qn
from bluf.ooxml.names import NAMESPACES
from bluf.word.gather import gather_streams
from bluf.word.inline import place
from bluf.word.story import match_island
from bluf.word.streams import Nature, Stream, drawing_stream

if TYPE_CHECKING:
    from bluf.word.draft import Draft

_SPACES: Final = {prefix: NAMESPACES[prefix] for prefix in ("cp", "dc", "dcterms", "xsi")}
_SETTINGS: Final = tuple(
    map(
        qn,
        (
            *("w:rsids", "w:attachedTemplate", "w:docVars", "w:proofState", "w:trackRevisions"),
            *("w:revisionView", "w:mailMerge", "w:lastRenderedPageBreak", "w:saveThroughXslt"),
            *("w15:docId", "w14:docId", "w:activeWritingStyle"),
        ),
    )
)


def fresh_core(data: bytes) -> tuple[etree._Element, bool]:
    """Core properties with those of the template that hold tags; whether others were left out."""
    root = etree.Element(qn("cp:coreProperties"), nsmap=_SPACES)
    was_left = False
    for child in parse_xml(data):
        if "{{" in (child.text or "") or "{%" in (child.text or ""):
            root.append(child)
        else:
            was_left = was_left or bool((child.text or "").strip())
    return root, was_left


def place_in_elements(story: Draft) -> None:
    """Place the tags in the texts of a tree that has no paragraphs."""
    for element in list(story.root.iter(etree.Element)):
        if "{" in (element.text or "") and len(element) == 0:
            stream = Stream(Nature.DRAWING)
            stream.add(element, element.text or "")
            _place_stream(story, stream)


def place_in_drawing(story: Draft) -> None:
    """Place the tags in the paragraphs of a chart or a diagram."""
    for paragraph in story.root.iter(qn("a:p")):
        _place_stream(story, drawing_stream(paragraph))


def _place_stream(story: Draft, stream: Stream) -> None:
    for island in gather_streams(story, [stream], None):
        groups = {mark: group for group in match_island(story, island) for mark in group}
        place(story, island.tags, groups)


def clean_settings(data: bytes) -> bytes | None:
    """The settings without traces of their history; None where there are none."""
    root = parse_xml(data)
    found = list(root.iter(*_SETTINGS))
    for element in found:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") if found else None


def clean_styles(data: bytes) -> bytes | None:
    """The styles without the ids of editing sessions; None where there are none."""
    if b"rsid" not in data:
        return None
    root = parse_xml(data)
    for element in list(root.iter(qn("w:rsid"))):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
