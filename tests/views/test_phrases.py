from __future__ import annotations

import datetime as dt

import pytest

from bluf.data.typed import typed
from bluf.model import Due
from bluf.views import labels_for
from bluf.views.phrases import date_in_phrase, due_text, long_date


@pytest.mark.parametrize(
    ("due", "text"),
    [
        ("2025-12-31", "31 Dec 2025"),
        ("very soon", "“very soon”"),
        (
            {"wording": "later this year", "latest": "2025-12-31"},
            "“later this year”, 31 Dec 2025 at the latest",
        ),
        (
            {"wording": "in spring", "earliest": "2026-03-01", "latest": "2026-05-31"},
            "“in spring” (1 Mar 2026 to 31 May 2026)",
        ),
        ({"latest": "2026-05-31"}, "by 31 May 2026"),
        ({"earliest": "2026-03-01"}, "from 1 Mar 2026"),
        ({"after": "ratification"}, "after ratification"),
        ({"latest": "2026-05-31", "after": "F1"}, "by 31 May 2026; after F1"),
    ],
)
def test_a_due_date_is_said_in_words(due: object, text: str) -> None:
    read, _ = typed(due, Due)
    assert due_text(read, labels_for("en")) == text


def test_nothing_owed_by_a_day_says_nothing() -> None:
    assert due_text(None, labels_for("en")) == long_date(None, labels_for("en")) == ""


def test_a_wording_is_quoted_as_the_language_quotes() -> None:
    assert due_text(Due(wording="bientôt"), labels_for("fr")) == "«\u00a0bientôt\u00a0»"


@pytest.mark.parametrize(
    ("language", "day", "long", "in_phrase"),
    [
        ("en", "2026-04-01", "1 April 2026", "1 Apr 2026"),
        ("fr", "2026-04-01", "1er avril 2026", "1er avr. 2026"),
        ("fr", "2026-04-02", "2 avril 2026", "2 avr. 2026"),
        ("es", "2026-02-18", "18 de febrero de 2026", "18 feb 2026"),
        ("de", "2026-02-18", "18. Februar 2026", "18.02.2026"),
        ("pt", "2026-02-18", "18 de fevereiro de 2026", "18 de fev. de 2026"),
        ("ru", "2026-02-18", "18 февраля 2026 г.", "18 февр. 2026 г."),
        ("sr-Latn", "2026-03-04", "4. mart 2026.", "4. marta 2026."),
        ("sr-Latn", "2026-02-18", "18. februar 2026.", "18. februara 2026."),
        ("sr-Cyrl", "2026-02-18", "18. фебруар 2026.", "18. фебруара 2026."),
        ("ar", "2026-02-18", "18 فبراير 2026", "18 فبراير 2026"),
        ("zh", "2026-02-18", "2026年2月18日", "2026年2月18日"),
    ],
)
def test_a_date_is_written_as_its_language_writes_it(
    language: str, day: str, long: str, in_phrase: str
) -> None:
    labels = labels_for(language)
    date = dt.date.fromisoformat(day)
    said = (long_date(date, labels), date_in_phrase(date, labels))
    assert [text.replace("\u202f", " ") for text in said] == [long, in_phrase]


def test_a_translated_wording_is_printed_in_the_language_of_the_brief() -> None:
    assert due_text(Due(wording="bientôt", translation="soon"), labels_for("en")) == "“soon”"


def test_a_part_in_brackets_takes_those_of_the_language() -> None:
    assert labels_for("en").aside("A", "", "b", "c") == "A (b, c)"
    assert labels_for("zh").aside("甲", "乙", "丙") == "甲（乙，丙）"
    assert labels_for("en").aside("A", "") == "A"


def test_a_wording_of_no_source_stands_in_no_quotation_marks() -> None:
    assert due_text(Due(wording="soon"), labels_for("en"), sourced=False) == "soon"
    assert due_text(Due(after="the vote"), labels_for("en"), sourced=False) == "after the vote"
