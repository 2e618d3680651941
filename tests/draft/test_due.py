from __future__ import annotations

import datetime as dt

import pytest

from bluf.draft.due import due_in
from bluf.draft.vocabulary import vocabulary

WRITTEN = dt.date(2025, 9, 16)


@pytest.mark.parametrize(
    ("language", "text", "wording", "latest"),
    [
        ("en", "to meet on 3 October", "3 October", dt.date(2025, 10, 3)),
        ("en", "talks in the first quarter of 2026", "first quarter of 2026", dt.date(2026, 3, 31)),
        ("en", "to send experts this autumn", "this autumn", dt.date(2025, 11, 30)),
        ("en", "invited her for November", "November", dt.date(2025, 11, 30)),
        ("en", "to sign it in March", "March", dt.date(2026, 3, 31)),
        ("en", "by the end of the year", "by the end of the year", dt.date(2025, 12, 31)),
        ("en", "in the second half of 2027", "second half of 2027", dt.date(2027, 12, 31)),
        ("en", "to be carbon neutral by 2030", "2030", dt.date(2030, 12, 31)),
        ("en", "to meet soon", "soon", None),
        ("de", "im ersten Quartal 2026", "ersten Quartal 2026", dt.date(2026, 3, 31)),
        ("fr", "au premier trimestre 2026", "premier trimestre 2026", dt.date(2026, 3, 31)),
        ("es", "en el primer trimestre de 2026", "primer trimestre de 2026", dt.date(2026, 3, 31)),
        ("pt", "primeiro trimestre de 2026", "primeiro trimestre de 2026", dt.date(2026, 3, 31)),
        ("ru", "в первом квартале 2026 года", "первом квартале 2026", dt.date(2026, 3, 31)),
        ("sr-Latn", "u prvom kvartalu 2026. godine", "prvom kvartalu 2026", dt.date(2026, 3, 31)),
        ("ar", "في الربع الأول من 2026", "الربع الأول من 2026", dt.date(2026, 3, 31)),
        ("zh", "将于2026年第一季度举行", "2026年第一季度", dt.date(2026, 3, 31)),
    ],
)
def test_a_due_date_means_a_last_day(
    language: str, text: str, wording: str, latest: dt.date | None
) -> None:
    when = due_in(text, vocabulary(language), WRITTEN)
    assert when is not None
    assert (when.wording, when.latest) == (wording, latest)


@pytest.mark.parametrize(
    "text",
    [
        "they may meet again",
        "the first half of the text",
        "talks of March 2024",
        "in the first quarter of 2025",
        "the programme of 2019",
    ],
)
def test_what_is_past_or_no_date_is_not_due(text: str) -> None:
    assert due_in(text, vocabulary("en"), WRITTEN) is None


def test_of_a_text_without_a_day_only_whole_dates_are_reckoned() -> None:
    found = [due_in(text, vocabulary("en"), None) for text in ("in March", "in March 2026")]
    assert [each and each.latest for each in found] == [None, dt.date(2026, 3, 31)]
    assert [each and each.wording for each in found] == ["March", "March 2026"]
