"""Times of day of a text stand in a source, for the same as there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Rules

_DE = "Beginn der Sitzung: 19.30 Uhr\nEnde der Sitzung: 20.30 Uhr"
_EN = "The meeting was called to order at 18:08, and was adjourned at 19:04."


@pytest.mark.parametrize(
    ("text", "source", "language", "broken"),
    [
        ("Die Sitzung begann um 19.30 Uhr.", _DE, "de", []),
        ("Die Sitzung dauerte von 19.30 bis 20.30 Uhr.", _DE, "de", []),
        ("Die Sitzung begann um 19.00 Uhr.", _DE, "de", ["date-not-found"]),
        ("The meeting ended at 7:04 p.m.", _EN, "en", []),
        ("The meeting ended at 7:04.", _EN, "en", []),
        ("The meeting ended at 7:14 p.m.", _EN, "en", ["date-not-found"]),
        ("The meeting begins at 10:00.", "The meeting lasts from 10 to 12:00.", "en", []),
        ("Die Sitzung endete kurz vor 22 Uhr.", "Ende der Sitzung: 21.50 Uhr", "de", []),
        ("The meeting begins at 10:00.", "See 10 points.", "en", []),
        ("Заседание начнётся в 10 часов.", "Заседание состоится в 10:00.", "ru", []),
        ("Заседание начнётся в 11 часов.", "Заседание состоится в 10:00.", "ru",
         ["date-not-found"]),
        ("Le maire a ouvert la séance à 20 h 45.",
         "Le Maire ouvre la séance à vingt heures quarante cinq.", "fr", []),
    ],
)  # fmt: skip
def test_a_time_of_day_stands_in_a_source(
    rules: Rules, text: str, source: str, language: str, broken: list[str]
) -> None:
    found = rules(text, source, language, language)
    assert [rule for rule in found if rule != "source-unused"] == broken
