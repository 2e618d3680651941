from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence import SourceText
from bluf.proof_page.panels import PanelMarks, lines_of, place_said
from bluf.views import labels_for
from octavo.location import FileLocation, PageLocation, TextLocation, WordLocation

if TYPE_CHECKING:
    from octavo.location import Location


LABELS = labels_for("en")


def test_a_page_is_named_once() -> None:
    places = (PageLocation("a.pdf", 1, 1), PageLocation("a.pdf", 1, 2), PageLocation("a.pdf", 2, 1))
    text = SourceText("a.pdf", "one\ntwo\nthree\n", (0, 4, 8), places)
    lines, _ = lines_of("a", text, PanelMarks({}, {}), LABELS)
    assert [(each.anchor, each.label) for each in lines] == [
        ("at-a-page-1-line-1", "p. 1"),
        ("at-a-page-1-line-2", ""),
        ("at-a-page-2-line-1", "p. 2"),
    ]


@pytest.mark.parametrize(
    ("location", "said"),
    [
        (TextLocation("a.txt", 7), "ligne 7"),
        (PageLocation("a.pdf", 2, 7), "page 2, ligne 7"),
        (
            WordLocation("a.docx", "body", (("table", 1), ("row", 2), ("cell", 3))),
            "corps, tableau 1, rangée 2, cellule 3",
        ),
        (WordLocation("a.docx", "footnote 3", (("paragraph", 1),)), "note 3, paragraphe 1"),
        (WordLocation("a.docx", "core properties", (("chart", 1),)), "core properties, chart 1"),
        (FileLocation("a.txt"), ""),
    ],
)
def test_a_place_is_said_in_the_language_of_the_page(location: Location, said: str) -> None:
    assert place_said(location, labels_for("fr")) == said
