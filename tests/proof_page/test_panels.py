from __future__ import annotations

import pytest

from bluf.evidence import Searchable, SourceText, look_up_any
from bluf.proof_page.panels import PanelMarks, lines_of, marks_of
from bluf.views import labels_for
from octavo.location import FileLocation, TextLocation, WordLocation

LABELS = labels_for("en")


def long_text() -> SourceText:
    lines = [f"This is line number {n}.\n" for n in range(1, 401)]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return SourceText("a.txt", "".join(lines), tuple(starts[:-1]))


def test_a_long_source_is_shown_around_what_is_quoted_of_it() -> None:
    text = long_text()
    (hit,) = look_up_any(Searchable(text), ["is line number 200"])
    assert hit
    marks = marks_of(text, {"q1": hit}, {}, ["at-a-line-390"])
    lines, skipped = lines_of("a", text, marks, LABELS)
    assert [each.label for each in lines] == [
        *map(str, range(197, 204)),
        *map(str, range(387, 394)),
    ]
    assert (lines[0].skipped, lines[7].skipped, skipped) == (196, 183, 7)


@pytest.mark.parametrize(
    "place", [WordLocation("a.docx", "body", (("paragraph", 1),)), FileLocation("a.rtf")]
)
def test_a_paragraph_has_no_number(place: WordLocation | FileLocation) -> None:
    text = SourceText("a", "one\n", (0,), (place,))
    (line,), _ = lines_of("a", text, PanelMarks({}, {}), LABELS)
    assert line.label == ""


def test_a_passage_found_in_another_reading_marks_its_line() -> None:
    places = (TextLocation("a.txt", 1), TextLocation("a.txt", 2))
    other = SourceText("a.txt", "well\nknown fact\n", (0, 5), places)
    text = SourceText("a.txt", "one\nwell-known fact\n", (0, 4), places, (other,))
    (hit,) = look_up_any(Searchable(text), ["known fact"])
    assert hit
    moved = type(hit)(Searchable(other), look_up_any(Searchable(other), ["known fact"])[0].passages)  # type: ignore[union-attr]
    marks = marks_of(text, {"q1": moved}, {}, ())
    lines, _ = lines_of("a", text, marks, LABELS)
    assert lines[1].pieces[0].quotes == ("q1",)


def test_words_of_a_claim_are_marked_in_the_passage() -> None:
    text = SourceText("a.txt", "We agreed to meet.\n", (0,))
    (hit,) = look_up_any(Searchable(text), ["We agreed to meet"])
    assert hit
    (line,), _ = lines_of("a", text, marks_of(text, {"q1": hit}, {"q1": ["AGREED"]}, ()), LABELS)
    assert [(piece.text, piece.claim) for piece in line.pieces] == [
        ("We ", False),
        ("agreed", True),
        (" to meet", False),
        (".", False),
    ]
