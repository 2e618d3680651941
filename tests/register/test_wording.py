from __future__ import annotations

import datetime as dt
import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bluf.pipeline import render_register
from bluf.register import ItemKind, ItemState, Reckoning, RowSelection, make_register
from bluf.register.card import OwingSide
from bluf.register.formats import html, ics
from bluf.register.wording import make_wording, wording_of
from bluf.views import languages
from octavo.ooxml import read_package, read_text

if TYPE_CHECKING:
    from bluf.register import Linked, Register

ENGLISH = (
    "Nothing",
    "Who owes",
    "Since",
    "evidence",
    "Threads",
    "carried",
    "Search",
    "every state",
)


class _Text(HTMLParser):
    """What a page says, and how its root is marked."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.root: dict[str, str | None] = {}
        self.said: list[str] = []
        self.within = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = tag
        self.root = dict(attrs) if tag == "html" else self.root
        self.said += [value or "" for name, value in attrs if name in {"aria-label", "data-every"}]

    def handle_data(self, data: str) -> None:
        self.said += [data] if self.within not in {"style", "script"} else []


def spoken(register: Register, language: str) -> Register:
    return replace(register, language=language)


@pytest.mark.parametrize("language", [tag for tag in languages() if tag != "en"])
def test_the_page_speaks_its_language_alone(register: Register, language: str) -> None:
    page = _Text(html.render(spoken(register, language)))
    assert page.root["lang"] == language
    assert page.root["dir"] == ("rtl" if language == "ar" else "ltr")
    said = " ".join(page.said)
    assert [words for words in ENGLISH if words in said] == []
    labels = make_wording(language)
    standings = labels.vocabularies["standings"]
    assert standings["overdue"] in said
    assert standings["not yet asked"] in said
    assert labels.vocabularies["register"]["title"] in said


def test_an_arabic_timeline_runs_from_right_to_left(register: Register) -> None:
    left = html.render(register).decode()
    right = html.render(spoken(register, "ar")).decode()
    assert "scale(-1 1)" not in left
    assert right.count("scale(-1 1)") == len(register.entries)


@pytest.mark.parametrize("language", languages())
def test_every_format_is_made_in_every_language(register: Register, language: str) -> None:
    shown = spoken(register, language)
    title = make_wording(language).words["title"]
    assert f"# {title}" in render_register(shown, "md").decode()
    document = read_package(render_register(shown, "docx"), "r.docx")
    assert any(block.text == title for block in read_text(document))
    colon = make_wording(language).words["colon"]
    due = make_wording(language).word("marks", "due")
    summary = ics.render(shown).decode().replace("\r\n ", "")
    assert f"SUMMARY:{due}{colon}Answer".replace(";", "\\;") in summary
    assert render_register(shown, "xlsx")


def test_a_request_reads_as_in_a_brief_and_a_follow_up_as_who_owes_whom(register: Register) -> None:
    wording = wording_of(register)
    sides = {entry.id[-2:]: wording.sides(entry) for entry in register.entries}
    assert sides["R1"] == "Serbia → United States"
    assert sides["F1"] == "Both sides"
    assert sides["F2"] == "United States → Serbia"
    assert (wording.who(ItemKind.REQUEST), wording.who(ItemKind.FOLLOW_UP)) == (
        "From → to",
        "Who owes whom",
    )


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("F1", "Open"),
        ("F2", "Dropped (5 Jan 2025)"),
        ("F3", "No clear date"),
        ("F4", "Done (20 Jan 2025)"),
        ("F5", "Overdue (18 days)"),
        ("F6", "Due soon (10 days)"),
        ("R1", "Answered: Accepted"),
        ("R2", "Answered: Refused"),
        ("R3", "Not yet asked"),
    ],
)
def test_a_state_is_told_with_what_matters(register: Register, item: str, said: str) -> None:
    (entry,) = (entry for entry in register.entries if entry.id.endswith(f"#{item}"))
    assert wording_of(register).standing(entry.standing) == said


def test_the_filters_are_told(linked: Linked) -> None:
    chosen = RowSelection(
        kind=ItemKind.REQUEST,
        owner="us",
        states=frozenset({ItemState.NO_ANSWER, ItemState.OVERDUE}),
        since=dt.date(2025, 1, 1),
    )
    register = make_register(linked, Reckoning(dt.date(2025, 2, 2)), chosen)
    assert wording_of(register).selection(register) == (
        "Kind: Requests, Owed by: us, Status: Overdue, No answer, Since: 1 Jan 2025"
    )
    assert wording_of(register).empty(register) == "Nothing fits."


def test_all_sides_are_more_than_both() -> None:
    wording = make_wording("sr-Latn")
    assert [wording.side(OwingSide(name)) for name in ("all sides", "both", "Beograd")] == [
        "Sve strane",
        "Obe strane",
        "Beograd",
    ]


def test_a_language_without_labels_is_told_in_english(register: Register) -> None:
    assert wording_of(spoken(register, "it")).words["title"] == "Register"


def test_machines_read_english_in_every_language(register: Register) -> None:
    serbian = json.loads(render_register(spoken(register, "sr-Latn"), "json"))
    assert serbian == json.loads(render_register(register, "json"))
    table = render_register(spoken(register, "sr-Latn"), "csv")
    assert table == render_register(register, "csv")
