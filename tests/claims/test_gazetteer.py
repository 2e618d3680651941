from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.claims.conftest import broken

from bluf.claims.gazetteer import countries_in, places_of

if TYPE_CHECKING:
    from tests.claims.conftest import Held


ABSENT = ["place-not-in-source"]


def test_minutes_name_their_town_without_in(held: Held) -> None:
    assert broken(held, "Yakima", "Yakima City Council, minutes.", ", kind: session") == []
    assert broken(held, "Belgrade", "Belgrade objects.", ", kind: session") == ABSENT


@pytest.mark.parametrize(
    ("code", "text", "tag", "named"),
    [
        ("AT", "Türkiye and Australia", "en", False),
        ("AT", "Austrian and Australian ministers", "en", True),
        ("AU", "Australian ministers", "en", True),
        ("NE", "ministers of Nigeria", "en", False),
        ("NE", "ministers of Niger", "en", True),
        ("NG", "ministers of Niger", "en", False),
        ("NE", "die Minister Nigers", "de", True),
    ],
)
def test_a_country_whose_name_begins_alike_is_another_one(
    code: str, text: str, tag: str, named: bool
) -> None:
    assert bool(list(places_of(code, text, tag))) is named


@pytest.mark.parametrize(
    ("text", "tag", "codes"),
    [
        ("Serbia and Hungary met in Paris", "en", ["HU", "RS"]),
        ("the United States and the United Kingdom", "en", ["GB", "US"]),
        ("les États-Unis et la Serbie", "fr", ["RS", "US"]),
        ("الأردن ومصر", "ar", ["EG", "JO"]),
        ("中国和法国", "zh", ["CN", "FR"]),
    ],
)
def test_the_countries_of_a_text_are_told(text: str, tag: str, codes: list[str]) -> None:
    assert list(countries_in(text, tag)) == codes
