"""Tags in parts that are no text of Word's: properties, stores of controls, charts, diagrams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from octavo.ooxml import qn
from octavo.word.gather import gather_streams
from octavo.word.inline import place
from octavo.word.story import check_borders, match_island
from octavo.word.streams import Nature, Stream, drawing_stream

if TYPE_CHECKING:
    from octavo.word.draft import Draft


def place_in_elements(story: Draft) -> None:
    """Place the tags in the texts of a tree that has no paragraphs."""
    for element in list(story.root.iter(etree.Element)):
        if "{" in (element.text or "") and len(element) == 0:
            stream = Stream(Nature.DRAWING)
            stream.add(element, element.text or "")
            _place_stream(story, stream)


def place_in_drawing(story: Draft) -> None:
    """Place the tags in the paragraphs of a chart or a diagram, and in the names of its data."""
    for paragraph in story.root.iter(qn("a:p")):
        _place_stream(story, drawing_stream(paragraph))
    for name in story.root.iter(qn("c:v")):
        stream = Stream(Nature.DRAWING)
        stream.add(name, name.text or "")
        _place_stream(story, stream)


def _place_stream(story: Draft, stream: Stream) -> None:
    for island in gather_streams(story, [stream], None):
        groups = {mark: group for group in match_island(story, island) for mark in group}
        place(story, island.tags, groups)
        check_borders(story, set(groups.values()))
