"""Portion marks stand before every part of a brief, or before none."""

from __future__ import annotations

from bluf.data import read_mapping
from bluf.model import Difference, Proof
from bluf.views import marks_of, view

RECORD = {
    "id": "case",
    "title": "A visit",
    "date": "2025-08-07",
    "to": "Minister",
    "from": "Desk",
    "marking": "SECRET//NOFORN",
    "bottom_line": "They met.",
    "lines_to_take": ["Nothing."],
    "background": "None.",
    "recommendations": ["Note it"],
    "parties": {"a": {"name": "A"}, "b": {"name": "B"}},
    "sources": {"s": {"title": "T", "publisher": "P", "file": "s.txt"}},
    "events": [{"title": "Meeting"}],
    "requests": [{"from": "a", "to": "b", "ask": "Help"}],
    "outcomes": [{"statement": "Talks", "strength": "agreed"}],
    "follow_ups": [{"action": "Write"}],
    "next": ["A second visit"],
}
PROOF = Proof(places={}, differences=(Difference(item="O1", subject="Talks", accounts=()),))


def test_none_is_printed_where_no_part_has_one() -> None:
    shown = view(read_mapping(RECORD).brief, PROOF)
    assert shown.portions.title == shown.outcomes[0].portion == shown.sources[0].portion == ""


def test_a_part_without_one_is_printed_as_the_whole() -> None:
    marked = {
        **RECORD,
        "portions": {"title": "UNCLASSIFIED", "background": "C//REL TO USA, GBR"},
        "outcomes": [{**RECORD["outcomes"][0], "marking": "CONFIDENTIAL"}],  # type: ignore[index]
    }
    shown = view(read_mapping(marked).brief, PROOF)
    assert shown.portions.title == "(U)"
    assert shown.portions.background == "(C//REL TO USA, GBR)"
    assert shown.outcomes[0].portion == shown.differences[0].portion == "(C)"
    whole = "(S//NF)"
    assert shown.portions.bottom_line == shown.portions.lines_to_take == whole
    rows = (shown.requests, shown.follow_ups, shown.events, shown.sources, shown.next)
    assert {row.portion for part in rows for row in part} == {whole}
    assert shown.recommendations[0].portion == whole
    assert (shown.colour, shown.ground, shown.weight) == ("#c8102e", "", 2)


def test_a_label_of_ones_own_is_printed_as_it_is() -> None:
    marks = marks_of(read_mapping({**RECORD, "marking": "For us", "next": []}).brief)
    assert (marks.before(None), marks.colours()) == ("", ("", ""))
    marked = {**RECORD, "marking": "For us", "portions": {"title": "For all"}}
    assert marks_of(read_mapping(marked).brief).before("For all") == "(For all)"
