from __future__ import annotations

from typing import TYPE_CHECKING

from tests.roundtrip.conftest import DATA

from bluf.data import read
from bluf.evidence import proven
from bluf.roundtrip import Origin, origins_of
from bluf.roundtrip.base import is_as_written
from bluf.roundtrip.origins import steps_to, value_at
from bluf.views import mapping, view

if TYPE_CHECKING:
    import pytest
    from tests.roundtrip.conftest import Sent

MORE = """\
lines_to_take: [Say yes, Say no]
recommendations: [{text: Sign it}]
next: [{title: A call, place: Vienna}]
"""


def test_lists_and_records_without_ids_are_known_by_their_place(sent: Sent) -> None:
    sent.write(DATA + MORE)
    file = read(sent.data)
    found = origins_of(mapping(view(file.brief, proven(file).proof)), file.brief)
    paths = {origin.path for origin in found.values()}
    assert {
        ("lines_to_take", "1"),
        ("recommendations", "0", "text"),
        ("sources", "s", "title"),
        ("follow_ups", "F1", "owner"),
    } <= paths
    assert value_at(file.brief, ("lines_to_take", "1")) == "Say no"
    assert steps_to(file.brief, ("sources", "s", "title")) == ("sources", "s", "title")
    assert steps_to(file.brief, ("sources", "x", "title")) is None
    assert value_at(file.brief, ("outcomes", "O9", "statement")) is None


def test_what_is_made_from_several_fields_has_no_path(sent: Sent) -> None:
    file = read(sent.data)
    found = origins_of(mapping(view(file.brief, proven(file).proof)), file.brief)
    shown = {origin.shown for origin in found.values() if not origin.path}
    assert "follow_ups[0].due" in shown
    assert Origin(("id",)) not in found.values()


def test_what_is_no_word_file_was_not_written_by_us(tmp_path: pytest.TempPathFactory) -> None:
    del tmp_path
    assert is_as_written(b"notes") is False


def test_an_item_that_is_shown_elsewhere_is_known_by_its_words_alone(sent: Sent) -> None:
    brief = read(sent.data).brief
    rows = [
        {"id": "O1", "subject": "Other words", "status": "open"},
        {"id": "O2", "subject": "Trains were discussed (draft)"},
    ]
    found = origins_of({"brief": {"differences": rows}}, brief)
    told = {origin.shown or origin.path: origin.rest for origin in found.values()}
    assert told["differences[0].subject"] == ""
    assert told["differences[0].status"] == ""
    assert told["outcomes", "O2", "statement"] == " (draft)"
