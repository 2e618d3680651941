from __future__ import annotations

from msgspec.structs import replace

from octavo.pages.boxes import InlinePicture, Tab, Text, boxes
from octavo.pages.formats import RunFormat
from octavo.pages.reading import End, Reading
from octavo.pages.shaping import Box

PLAIN = RunFormat(font="Arial", other_font="Arial")
BOLD = replace(PLAIN, bold=True)


def widths(*texts: Text) -> list[float]:
    found = boxes(texts, Reading(End.GREATEST))
    return [box.width + box.blank for box in found if isinstance(box, Box)]


def test_a_word_that_changes_its_look_is_one_box() -> None:
    whole = widths(Text("wood", PLAIN), Text("en ", BOLD), Text("bridge", PLAIN))
    parts = [widths(Text(text, form))[0] for text, form in (("wood", PLAIN), ("en ", BOLD))]
    assert whole == [sum(parts), *widths(Text("bridge", PLAIN))]


def test_a_note_belongs_to_the_word_it_stands_at() -> None:
    texts = (Text("the end", PLAIN), Text("1", PLAIN, note="7"))
    first, last = boxes(texts, Reading(End.GREATEST))
    assert isinstance(first, Box)
    assert isinstance(last, Box)
    assert (first.notes, last.notes) == ((), ("7",))


def test_what_is_no_text_stands_between() -> None:
    pieces = (Text("a", PLAIN), Tab(PLAIN), InlinePicture(300, 200))
    letter, tab, picture = boxes(pieces, Reading(End.GREATEST))
    assert isinstance(letter, Box)
    assert (tab, picture) == (Tab(PLAIN), Box(300, 0.0, 200, 0))
