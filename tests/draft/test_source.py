"""What a source says of itself, in every language that a draft can be made from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from msgspec import Struct

from bluf.draft import LANGUAGES
from bluf.draft.candidate import CandidateKind
from bluf.draft.source import UnreadLanguageError, account_of, id_from
from bluf.evidence import read_source
from bluf.model import EventKind, SourceKind, Strength

if TYPE_CHECKING:
    from pathlib import Path

    from tests.draft.conftest import Read


class Case(Struct):
    """An invented release, and what a draft makes of it."""

    text: str
    day: dt.date | None
    place: str
    people: tuple[str, ...]
    items: tuple[tuple[CandidateKind, Strength | None], ...]
    written: dt.date | None = None
    event: EventKind = EventKind.MEETING


R, O, F = CandidateKind.REQUEST, CandidateKind.OUTCOME, CandidateKind.FOLLOW_UP  # noqa: E741 - as the drafts number them

CASES = {
    "en": Case(
        "Ministers talk about ferries\n"
        "3 March 2026\n"
        "Minister of Transport Ann Harbour met Ambassador Piet Haven in Porthaven on Monday.\n"
        "They agreed to hold a second meeting next month.\n"
        "The Ambassador asked for a new berth at the northern quay.\n"
        "They discussed the timetable of the night ferry.\n"
        "The museum of the harbour opens at nine.\n"
        "All rights reserved.\n",
        dt.date(2026, 3, 2),
        "Porthaven",
        ("Ann Harbour", "Piet Haven"),
        ((F, Strength.AGREED), (R, None), (O, Strength.DISCUSSED)),
        dt.date(2026, 3, 3),
    ),
    "fr": Case(
        "Le 3 mars 2026\n"
        "La ministre des Transports, Anne Rivage, a reçu hier à Portneuf l’ambassadeur Luc Marée.\n"
        "Les deux parties ont convenu de rouvrir la ligne de nuit.\n"
        "L’entretien a porté sur les horaires des traversées.\n",
        dt.date(2026, 3, 2),
        "Portneuf",
        ("Anne Rivage", "Luc Marée"),
        ((O, Strength.AGREED), (O, Strength.DISCUSSED)),
        dt.date(2026, 3, 3),
    ),
    "es": Case(
        "3 de marzo de 2026\n"
        "La ministra de Transportes, Ana Ribera, recibió ayer en Puertonuevo "
        "al embajador Luis Mar.\n"
        "Las partes acordaron reabrir la línea nocturna de transbordadores.\n"
        "El embajador solicitó un nuevo atraque en el muelle norte.\n",
        dt.date(2026, 3, 2),
        "Puertonuevo",
        ("Ana Ribera", "Luis Mar"),
        ((O, Strength.AGREED), (R, None)),
        dt.date(2026, 3, 3),
    ),
    "de": Case(
        "3. März 2026\n"
        "Verkehrsministerin Anna Ufer traf gestern in Neuhafen den Botschafter Ludwig Meer.\n"
        "Beide Seiten vereinbarten, die Nachtfähre wieder fahren zu lassen.\n"
        "Der Botschafter bat um einen neuen Liegeplatz am Nordkai.\n",
        dt.date(2026, 3, 2),
        "Neuhafen",
        ("Anna Ufer", "Ludwig Meer"),
        ((O, Strength.AGREED), (R, None)),
        dt.date(2026, 3, 3),
    ),
    "pt": Case(
        "3 de março de 2026\n"
        "A ministra dos Transportes, Ana Ribeira, recebeu ontem em Portonovo "
        "o embaixador Rui Mar.\n"
        "As partes acordaram reabrir a linha noturna.\n"
        "O embaixador pediu um novo cais para os navios.\n",
        dt.date(2026, 3, 2),
        "Portonovo",
        ("Ana Ribeira", "Rui Mar"),
        ((O, Strength.AGREED), (R, None)),
        dt.date(2026, 3, 3),
    ),
    "ru": Case(
        "3 марта 2026\n"
        "Министр транспорта Анна Берегова встретилась вчера в Заречинске с послом Игорем Моревым.\n"
        "Стороны договорились возобновить ночной паром.\n"
        "Посол попросил выделить новый причал на севере.\n",
        dt.date(2026, 3, 2),
        "Заречинск",
        ("Анна Берегова", "Игорь Морев"),
        ((O, Strength.AGREED), (R, None)),
        dt.date(2026, 3, 3),
    ),
    "sr-Latn": Case(
        "3. mart 2026.\n"
        "Ministar saobraćaja Marko Obalić razgovarao je juče u Pristaništu sa ambasadorom "
        "Petrom Morićem.\n"
        "Dve strane dogovorile su da noćni trajekt ponovo plovi.\n"
        "Ambasador je zatražio novi vez na severnom keju.\n",
        dt.date(2026, 3, 2),
        "Pristaništ",
        ("Marko Obalić", "Petar Morić"),
        ((O, Strength.AGREED), (R, None)),
        dt.date(2026, 3, 3),
    ),
    "sr-Cyrl": Case(
        "3. март 2026.\n"
        "Министар саобраћаја Марко Обалић разговарао је јуче у Београду са амбасадорком "
        "Јелом Морић.\n"
        "Две стране договориле су да ноћни трајект поново плови.\n",
        dt.date(2026, 3, 2),
        "Београд",
        ("Марко Обалић", "Јела Морић"),
        ((O, Strength.AGREED),),
        dt.date(2026, 3, 3),
    ),
    "ar": Case(
        "2026/3/3\n"
        "التقى وزير الخارجية السيد سامي البحري في دمشق نظيره الدكتور كريم الساحلي أمس.\n"
        "اتفق الجانبان على استئناف خط العبارات الليلي بين البلدين.\n",
        dt.date(2026, 3, 2),
        "دمشق",
        ("سامي البحري", "كريم الساحلي"),
        ((O, Strength.AGREED),),
        dt.date(2026, 3, 3),
    ),
    "zh": Case(
        "2026年3月3日\n"
        "外交部长林海昨天在罗马会见大使白石，就夜间渡轮交换了意见。\n"
        "双方同意恢复夜间渡轮航线。\n",
        dt.date(2026, 3, 2),
        "罗马",
        ("林海", "白石"),
        ((O, Strength.DISCUSSED), (O, Strength.AGREED)),
        dt.date(2026, 3, 3),
    ),
}


def test_there_is_a_case_for_every_language() -> None:
    assert set(CASES) == set(LANGUAGES)


@pytest.mark.parametrize("tag", CASES)
def test_a_release_is_read_in_its_language(tag: str, account: Read) -> None:
    case = CASES[tag]

    found = account(case.text)

    assert found.language == tag
    assert found.written == case.written
    assert (found.occasion.kind, found.occasion.day) == (case.event, case.day)
    assert found.occasion.place == case.place
    assert tuple(person.name for person in found.people) == case.people
    items = tuple((each.kind, each.strength) for each in found.candidates)
    assert [item for item in case.items if item not in items] == []


def test_every_quotation_stands_in_its_source(account: Read) -> None:
    for tag, case in CASES.items():
        found = account(case.text, name=tag)
        text = " ".join(found.text.text.split())
        for candidate in found.candidates:
            assert candidate.evidence[0].quote in text


def test_a_language_that_is_named_is_not_looked_for(account: Read) -> None:
    assert account("Ana", language="pt").language == "pt"


def test_a_source_in_no_known_language_is_refused(account: Read) -> None:
    with pytest.raises(UnreadLanguageError, match="--language"):
        account("1 2 3")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Nowhere Ministry of Ferries, press office", "Nowhere Ministry of Ferries"),
        ("Source: Department of State", "Department of State"),
        ("Ministry of Ferries says it is troubled by the strike", ""),
        ("The Minister met the Ministry of Ferries", ""),
    ],
    ids=["a name", "behind a label", "a verb", "within a sentence"],
)  # fmt: skip
def test_the_publisher_is_a_line_of_its_own(account: Read, line: str, publisher: str) -> None:
    assert account(f"{line}\nThe Minister met the Mayor.\n", language="en").publisher == publisher


def test_a_joint_statement_is_a_communique(account: Read) -> None:
    text = (
        "Joint statement of the ministers of ferries\nThe ministers agreed to meet in the autumn.\n"
    )
    found = account(text)
    assert found.kind is SourceKind.COMMUNIQUE
    assert found.title == "Joint statement of the ministers of ferries"


def test_a_source_of_one_long_line_has_a_title_cut_from_it(account: Read) -> None:
    found = account("The ministers met and " + "talked about the ferries and " * 9 + "went home.")
    assert found.title.startswith("The ministers met and talked")


def test_an_empty_source_is_called_as_its_file(account: Read) -> None:
    assert account("", language="en").title == "release"


@pytest.mark.parametrize(
    ("path", "name"),
    [("a/MFA Release (1).txt", "mfa-release-1"), ("выступление.pdf", "source")],
)
def test_an_id_is_made_from_the_name_of_the_file(path: str, name: str) -> None:
    assert id_from(path) == name


TITLE = "Night ferry to sail again"
MET = "The ministers of transport of both countries and the mayors of the coast met."


@pytest.mark.parametrize(
    ("text", "title", "is_titled"),
    [
        pytest.param(f"{TITLE}\n{MET}\n", TITLE, True, id="a line of its own"),
        pytest.param(f"12 May 2026\n{TITLE}\n{MET}\n", TITLE, True, id="below its day"),
        pytest.param(MET + " They talked.\n", MET[:66] + " …", False, id="a long sentence"),
        pytest.param(f"{MET[:-1]}, at last, {MET}", f"{MET[:-1]}, at last", False, id="clauses"),
        pytest.param(f"PORTHAVEN: {MET} They talked.\n", MET[:66] + " …", False, id="a dateline"),
        pytest.param(
            "The ministers met. They talked.", "The ministers met", False, id="a short one"
        ),
        pytest.param("Photo: harbour\n", "release", False, id="the page's own"),
    ],
)
def test_a_title_is_a_line_of_its_own(
    account: Read, text: str, title: str, *, is_titled: bool
) -> None:
    source = account(text, language="en")
    assert (source.title, source.is_titled) == (title, is_titled)


def test_a_menu_is_no_title(account: Read) -> None:
    text = "Home | News | Contact\n\nTalks on ferries\n\nMinister Ann Harbour met Bo Day.\n"
    assert account(text, language="en").title == "Talks on ferries"


def test_a_title_is_no_item(account: Read) -> None:
    text = "Ministers agree to reopen the ferry\nThe ministers agreed to reopen the night line.\n"
    assert len(account(text, language="en").candidates) == 1


MARKDOWN = """---
layout: post
title: "Quay Group, 3 March 2026"
date: 2026-03-03
---
## Attendees
* Ann Harbour
* Piet Haven

## Agenda
* Lou Quay

## Action items
They are long enough to go on in the next line, but they do not
"""


def test_a_page_in_markdown_has_its_title_in_its_head(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    found = account_of(read_source(path, path.name), "notes", "en")
    assert found.title == "Quay Group, 3 March 2026"
    assert [each.name for each in found.people] == ["Ann Harbour", "Piet Haven"]


def test_a_field_or_a_name_is_no_title_of_minutes(account: Read) -> None:
    text = "Attendees:\nAnn Harbour-Quay\nLocation: the old quay\nNotes of 3 March 2026\nMinutes\n"
    assert account(text, language="en").title == "Notes of 3 March 2026"
