"""Day and place of what took place: named, counted, or left out where they are not sure."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.draft.conftest import Read

DAYS = {
    "a day that may be two": ("en", "03/05/2026\n\nThe ministers met today.", None),
    "no day": ("en", "33/33/2026\n\nThe ministers met today.", None),
    "a day that can be one only": ("en", "03/25/2026\n\nThe ministers met today.", "2026-03-25"),
    "days come first elsewhere": (
        "fr",
        "03/05/2026\n\nLes ministres se sont réunis aujourd'hui.",
        "2026-05-03",
    ),
    "the weekday ahead": (
        "en",
        "3 March 2026\n\nThe ministers will meet on Thursday.",
        "2026-03-05",
    ),
    "the weekday before": ("en", "3 March 2026\n\nThe ministers met on Thursday.", "2026-02-26"),
    "the weekday of a day that is named": (
        "de",
        "14.10.2026 - Hafen\n\nDie Ministerin empfängt am Donnerstag, den 15. Oktober, ihren Gast.",
        "2026-10-15",
    ),
    "a day that begins its sentence": (
        "ru",
        "24 мая 2026 года в городе состоялась встреча министра Анны Гавань с послом Ильёй Порт.",
        "2026-05-24",
    ),
    "a day of history": ("en", "3 March 2026\n\nThe ministers met to honour 4 May 1838.", None),
    "the next meeting": (
        "en",
        "3 March 2026\n\nThe ministers will meet again on 1 February.",
        None,
    ),
    "a day that is announced": (
        "de",
        (
            "Hafen, 24.07.2026 - Ministerin Anna Hafen nimmt am 27. Juli 2026 am Treffen der "
            "Hafenminister teil."
        ),
        "2026-07-27",
    ),
    "a protest ahead and a talk today": (
        "sr-Latn",
        "22.11.2026\n\nNajavljen je protest za 27. novembar nakon današnjeg razgovora.",
        "2026-11-22",
    ),
    "a page of minutes and the sitting": (
        "de",
        (
            "Artikel vom 19.12.2026\n\nAus der Gemeinderatssitzung vom 6. November 2026\n\n"
            "Genehmigung des Protokolls der Sitzung vom 2.10.2026.\nTagesordnung"
        ),
        "2026-11-06",
    ),
    "the day of the telling": (
        "en",
        "3 March 2026\n\nThe Ministry said on Monday that both sides were content.",
        None,
    ),
    "the day of both": (
        "en",
        "3 March 2026\n\nThe ministers met, they said on Monday.",
        "2026-03-02",
    ),
    "a week that sounds like a Sunday": (
        "sr-Latn",
        "8.4.2026\n\nSindikat je tražio da sastanak bude sledeće nedelje.",
        None,
    ),
    "a year that is said": (
        "es",
        (
            "viernes, 31 de marzo de 2026\n\nPLENO ORDINARIO\n\nSiendo "
            "las ocho del día 27 de marzo "
            "del año 2026 dio comienzo la sesión ordinaria.\nOrden del día"
        ),
        "2026-03-27",
    ),
    "a day of long ago": (
        "en",
        "3 March 2026\n\nThe ministers met for talks. They had met on 4 May.",
        None,
    ),
    "a day borne out by its weekday": (
        "en",
        (
            "4 March 2026\n\nMinister in port on Thursday\n\nMinister Ann Harbour will meet the "
            "crew on Thursday (5 March)."
        ),
        "2026-03-05",
    ),
    "a day in a running sentence": (
        "en",
        (
            "In accordance with what the heads of all three states decided at their talks on 6 "
            "September 2000, the ministers met on 26 November."
        ),
        "2000-11-26",
    ),
}
PLACES = {
    "the town hall": (
        "en",
        (
            "MINUTES\nMarch 3, 2026\nThe city council met at City Hall, Porthaven. "
            "Roll call was taken."
        ),
        "Porthaven",
    ),
    "the town before its council": (
        "en",
        "MINUTES\nMarch 3, 2026\nThe Porthaven City Council met. Roll call was taken.",
        "Porthaven",
    ),
    "the town's council": (
        "de",
        ("Niederschrift über die Sitzung des Gemeinderates Hafenau vom 03.03.2026\nTagesordnung"),
        "Hafenau",
    ),
    "a country is no place": ("en", "The ministers met in Serbia on Monday.", ""),
    "the dateline": ("en", "Porthaven, Oct 9: The ministers met the crew.", "Porthaven"),
    "the sentence before the dateline": (
        "en",
        "PORTHAVEN (NN) - The ministers met in the capital Quayside.",
        "Quayside",
    ),
    "the only city that is known": ("pt", "O ministro visitou Lisboa e foi recebido.", "Lisboa"),
    "a capital in Chinese": ("zh", "外長王港在德國漢堡出席會議。", "德國漢堡"),
    "an acronym": ("pt", "O ministro reuniu-se no MP com o presidente.", ""),
    "a name behind a town": (
        "ru",
        "Мэр встретился в Туле Иваном Петром Лодкиным.",
        "Тула",
    ),
    "an adjective is no town": ("sr-Latn", "Ministar se sastao sa kapetanom u Starom dvoru.", ""),
    "no place in signs": ("zh", "外交部长张三在东盟外长会上会见李四。", ""),
}


@pytest.mark.parametrize("case", DAYS)
def test_the_day(case: str, account: Read) -> None:
    language, text, day = DAYS[case]
    found = account(text, language=language).occasion.day
    assert found == (dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize("case", PLACES)
def test_the_place(case: str, account: Read) -> None:
    language, text, place = PLACES[case]
    assert account(text, language=language).occasion.place == place
